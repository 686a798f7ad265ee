"""The answer of `plan`: dated steps with their cost, and why no other plan is better."""
