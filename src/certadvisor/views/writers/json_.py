"""Documents as JSON, in ASCII so that no value can control a terminal."""

import json
from collections.abc import Mapping
from typing import Any


def render(document: Mapping[str, Any]) -> str:
    """A document as indented JSON."""
    return json.dumps(document, indent=2) + "\n"
