"""What was read in job titles, as JSON lines: one a title, in ASCII as all our JSON."""

import json
from collections.abc import Iterable

from certadvisor.profile.matching.job_titles import TitleMatch


def render_matches(matches: Iterable[TitleMatch]) -> str:
    """A line for each title: null is unknown, and confidence is of role and kinds."""
    return "".join(json.dumps(match._asdict()) + "\n" for match in matches)
