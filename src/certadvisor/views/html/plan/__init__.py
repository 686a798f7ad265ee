"""A plan as a picture: its steps as bars over the months."""
