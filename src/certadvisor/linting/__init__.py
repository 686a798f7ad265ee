"""Tools for catalogue maintainers: linter, case runner, stale facts, diff, and schemas."""
