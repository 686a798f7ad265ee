"""One module per family of leaves: how each is judged, and when its outcome can change."""
