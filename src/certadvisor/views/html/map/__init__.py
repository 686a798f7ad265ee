"""The landscape as a picture: a grid, wires between its places, and the drawing of both."""
