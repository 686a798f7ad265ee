"""Rendering the profile of an interview as commented YAML or plain JSON."""

import json
from datetime import date

from certadvisor.advice.profile_gaps import LISTS
from certadvisor.interview.state import State, form_of
from certadvisor.profile.importers.profile_writer import write_yaml


def as_yaml(state: State, today: date) -> str:
    """The profile as YAML, with comments on the origin of each part and on what is missing."""
    head = [f"A profile for certadvisor, from your answers of {today.isoformat()}."]
    untold = [name for name in LISTS if name not in state.told]
    if untold:
        head.append(f"Not told, and so unknown until you write it: {', '.join(untold)}.")
    head.append("Check it with: certadvisor profile check FILE")
    return write_yaml(form_of(state), state.marks, head)


def as_json(state: State) -> str:
    """The profile as JSON, in ASCII so that no value can send control codes to a terminal."""
    return json.dumps(form_of(state), indent=2) + "\n"
