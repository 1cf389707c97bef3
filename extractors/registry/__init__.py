"""The room of the field: all that the project knows of documents and bodies, read from ``data/registry`` in one place.

A new type, organ, term, relation or known document is a line in a table, not code; each table has its columns described
in ``data/registry/README.md`` and one module here, which gives its rows as typed values. Nothing here knows of texts,
of the graph, or of one another's use.

    tables     reads them             types       what is true of a type
    bodies     organs, provinces      terms       of committees and assemblies
    known      documents by name      relations   what is true of a relation
    hierarchy  who may change whom    words       lists of words that the grammar needs
"""
