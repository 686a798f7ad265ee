"""Names in the form of ids."""

import re
import unicodedata


def kebab(text: str) -> str:
    """Return a name in the form of an id: lower case, digits and `+`, joined by hyphens.

    >>> kebab("Project  Management™")
    'project-management'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    # NFKD turns signs such as ™ into capital letters, which are not part of the name.
    chars = (char for char in plain if not unicodedata.combining(char) and not char.isupper())
    return re.sub(r"[^\w+]+|_+", "-", "".join(chars)).strip("-")
