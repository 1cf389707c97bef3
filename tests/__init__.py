"""A package of its own, so that no installed one of that name is taken for it."""
