"""Exit codes, one meaning each."""

DONE = 0  # success; for `check`: the rule is met and the certification can be earned
NO = 1  # the answer is no or unknown
USAGE = 2  # wrong usage or invalid input; nothing was written
BUG = 3  # a bug in certadvisor
INTERRUPTED = 130
