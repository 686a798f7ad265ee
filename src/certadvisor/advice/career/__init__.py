"""Career paths: the next roles, and what each step requires and adds."""
