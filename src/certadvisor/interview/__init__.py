"""The interview: choosing the next question, and reading answers into a profile."""
