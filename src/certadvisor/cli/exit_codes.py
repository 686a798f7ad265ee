"""What the exit code says: one code, one meaning."""

DONE = 0  # and for `check`: met, and it can be earned
NO = 1  # the answer is no, or not known
USAGE = 2  # wrong usage or bad input; nothing was done
BUG = 3  # a fault of ours
INTERRUPTED = 130
