"""Many people at once: tables of profiles, read row by row; a row that cannot be read is told."""
