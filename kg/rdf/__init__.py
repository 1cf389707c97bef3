"""The graph as RDF: its vocabulary, and the statements that documents, provisions and the registry become."""
