"""Rendering the profile of an interview as commented YAML or plain JSON."""

import json
from datetime import date

from certadvisor.advice.profile_gaps import PROFILE_LISTS
from certadvisor.interview.state import InterviewState, profile_data
from certadvisor.profile.importers.profile_writer import render_profile_yaml


def render_yaml(state: InterviewState, today: date) -> str:
    """The profile as YAML, with comments on the origin of each part and on what is missing."""
    header = [f"A profile for certadvisor, from your answers of {today.isoformat()}."]
    missing = [name for name in PROFILE_LISTS if name not in state.data]
    if missing:
        header.append(f"Not filled in, so unknown until you add it: {', '.join(missing)}.")
    header.append("Check it with: certadvisor profile check FILE")
    return render_profile_yaml(profile_data(state), state.marks, header)


def render_json(state: InterviewState) -> str:
    """The profile as JSON, in ASCII so that no value can send control codes to a terminal."""
    return json.dumps(profile_data(state), indent=2) + "\n"
