"""How the document acts on what it cites, and how the cited documents act on each other."""
