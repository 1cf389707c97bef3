"""Checks the citations of a text against what a collection knows; nothing is stored."""
