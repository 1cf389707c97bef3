"""The truth, in SQLite: texts as read, extractions, corrections, runs. All else can be made again from it."""
