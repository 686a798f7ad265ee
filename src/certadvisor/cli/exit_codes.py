"""Exit codes, one meaning each."""

OK = 0  # success; for `check`: the rule is met and the certification can be earned
NEGATIVE = 1  # the answer is no or unknown
USAGE = 2  # wrong usage or invalid input; nothing was written
INTERNAL_ERROR = 3  # a bug in certadvisor
INTERRUPTED = 130
