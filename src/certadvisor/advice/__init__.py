"""Which certification next: gates, factors and their order."""
