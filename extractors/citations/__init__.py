"""Citations: atoms and forms of the grammar, composed by :mod:`extractors.citations.find`."""
