"""What rests on what: steps read from the graph, chains of them, and what was in force on a day."""
