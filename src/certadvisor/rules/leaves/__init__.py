"""One file per family of leaves: how each is judged, and when its outcome may change."""
