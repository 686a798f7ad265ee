"""Plans from today to a certification: the best sequence of dated steps, found exactly."""
