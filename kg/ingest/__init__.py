"""The way in: documents are read, kept, resolved and written to the graph; it may end at any moment."""
