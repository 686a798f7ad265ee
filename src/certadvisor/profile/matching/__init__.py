"""Names as people write them, matched to the catalogue's records."""
