"""Names in one text, as people list them: "PMP, CSM; CAPM May 10, 2024"."""

import re

_BETWEEN = r"[;\n|\u2022]|,(?!\s*(?:19|20)[0-9]{2}\b)"  # the comma of "May 10, 2024" is none


def split_names(text: str) -> list[str]:
    """The names of a list in one text, without empty ones.

    >>> split_names("PMP, CAPM May 10, 2024; CSM")
    ['PMP', 'CAPM May 10, 2024', 'CSM']
    """
    return [part for part in map(str.strip, re.split(_BETWEEN, text)) if part]
