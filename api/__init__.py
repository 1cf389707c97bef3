"""The server: documents, chains and SPARQL over HTTP, and pages for people.

    legalkg serve --store .legalkg

This layer is thin: it asks :class:`legalkg.kg.collection.Collection` and shows the answers.
"""
