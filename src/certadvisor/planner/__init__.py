"""From here to a certification: the best sequence of dated steps, found exactly."""
