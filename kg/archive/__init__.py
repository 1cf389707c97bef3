"""What is kept in SQLite: the truth (texts as read, extractions, corrections, runs), and the catalogue made from it."""
