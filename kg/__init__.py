"""The graph of documents: who they are, what they rest on, and the words that prove it."""
