"""Ignored values of a table in words."""

from certadvisor.people.notes import IgnoredValue
from certadvisor.views.words import phrases


def ignored_text(value: IgnoredValue) -> str:
    """What is ignored, how often, and the remedy."""
    times = "once" if value.times == 1 else f"{phrases.number(value.times)} times"
    return f"{value.problem}, {times}" + (f": {value.remedy}" if value.remedy else "")
