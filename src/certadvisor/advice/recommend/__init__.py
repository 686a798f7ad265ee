"""Which certification next: gates, factors, reasons and their order."""
