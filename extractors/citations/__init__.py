"""Citations: terminals and forms of the grammar, composed by :mod:`legalkg.extractors.citations.find`."""
