"""Recognised job titles as JSON Lines, one per title, in ASCII like all JSON output."""

import json
from collections.abc import Iterable

from certadvisor.profile.matching.job_titles import TitleMatch


def render_matches(matches: Iterable[TitleMatch]) -> str:
    """One line per title; null means unknown, and `confidence` is that of role and kinds."""
    return "".join(json.dumps(match._asdict()) + "\n" for match in matches)
