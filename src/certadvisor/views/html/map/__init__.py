"""The map of certifications as SVG: a grid of boxes, the edges between them, and the drawing."""
