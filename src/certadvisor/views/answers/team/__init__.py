"""The answer of `batch --report`: the coverage, the gaps, the lapses and the costs of a team."""
