"""Amending documents read whole: which of their provisions changes which provision of another document."""
