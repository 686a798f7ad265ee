"""Documents of the answers that are not one file yet; the registry adds their heads."""
