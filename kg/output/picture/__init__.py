"""The parts of a picture: where things stand, what is drawn, and the page around it."""
