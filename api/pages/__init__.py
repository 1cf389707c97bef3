"""Pages for people: Vietnamese first, English on request; they work without JavaScript and ask no other host."""
