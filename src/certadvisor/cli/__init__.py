"""The command line: parse the options, call one function, print its answer, exit."""
