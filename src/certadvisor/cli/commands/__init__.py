"""One module per command: read the options, call one function, write one answer."""
