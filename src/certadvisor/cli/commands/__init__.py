"""One file for each command: read the options, ask one question, write one answer."""
