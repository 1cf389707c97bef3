"""What is made from the archive, to be thrown away and made again: documents, links, citations, conflicts."""
