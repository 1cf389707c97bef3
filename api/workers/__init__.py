"""Answers that may cost much: each is made in a process that can be ended, and that cannot reach the network.

A query, a chain or the page of a document cited by thousands cannot be cancelled once it runs, and takes processor and
memory with it. So a few processes open the collection to read and run the very routes of the server; one that takes too
much is killed and replaced, and the server itself only passes bytes on.

    routes ─▶ pool ─▶ worker ═(pipes)═ process, behind a wall
"""
