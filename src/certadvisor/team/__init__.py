"""Teams: audits by a policy, next steps for each person, and the totals of a team."""
