"""The answer of `audit`: who complies with a policy, and who does not."""
