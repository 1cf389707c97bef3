"""Reads what a Vietnamese Party or State document is, what it cites and how; knows nothing of the graph."""
