"""Answers about everyone in a table: worker processes, a journal, output in the table's order."""
