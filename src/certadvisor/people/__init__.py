"""Tables of people, read row by row: each row is a person, or a reject with its faults."""
