"""Questions to a whole collection: figures, what is missing, what became of a document, whether the graph is sound."""
