"""The level of a degree, by its own name or as people write it."""

from certadvisor.base.kebab import kebab
from certadvisor.base.scalars import ValueParseError, quote, text
from certadvisor.base.suggest import did_you_mean
from certadvisor.catalog.requirement import DEGREES


def degree_level(value: object) -> str:
    """Parse a degree by its level or in any spelling with one reading: `bachelor`, `BSc`.

    Raises ValueParseError for what names no level, or may stand for two.
    """
    plain = text(value)
    if kebab(plain) in DEGREES:
        return kebab(plain)
    from certadvisor.profile.matching.degrees import parse_degree_level  # slow, and seldom needed

    level = parse_degree_level(plain)
    remedy = f"write one of: {', '.join(DEGREES)}"
    if level is None or (level.degree is None and not level.doubt and not level.unfinished):
        remedy = did_you_mean(plain, DEGREES, remedy)
        raise ValueParseError(f"{quote(plain)} is not a degree we recognise", remedy)
    if level.unfinished:
        raise ValueParseError(f"{quote(plain)} is not awarded yet", remedy)
    if level.degree is None or level.doubt:
        raise ValueParseError(f"{quote(plain)} {level.doubt}", remedy)
    return level.degree
