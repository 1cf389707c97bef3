"""Chains and collections as files: formats of graphs, reports, pictures."""
