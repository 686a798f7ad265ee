"""What the words of an answer mean, whatever the question."""

import re

from certadvisor.base.scalars import ValueParseError, quote
from certadvisor.base.written_dates import month_from_name, split_range

NONE = ("none", "no", "nothing", "-", "0")
JOBLESS = ("student", "pupil", "unemployed", "jobless", "between jobs", "retired")
YES = ("yes", "y", "true", "ja", "oui", "si")
_JOB_PATTERN = re.compile(
    r"(?P<title>.+?),?\s+(?:from\s+)?(?P<start>[0-9]{4}\S*)\s+(?:to|until|[-\u2013])\s+(?P<end>\S.*)"
)


def split_job(part: str) -> tuple[str, str, str] | None:
    """Split "project coordinator, May 2019 to June 2021" into title, start and end."""
    for comma in re.finditer(r",\s*(?:from\s+)?", part):
        ends = split_range(part[comma.end() :])
        if ends:
            return part[: comma.start()], *ends
    match = _JOB_PATTERN.fullmatch(part)
    title = match["title"].rstrip(", ") if match else ""
    if not match or not title or month_from_name(title.split()[-1]):  # "tester May 2019 to …"
        return None
    return title, match["start"], match["end"]


def is_none(answer: str) -> bool:
    """Whether an answer says that there is none."""
    return answer.casefold() in NONE


def split_list(answer: str) -> list[str]:
    """Split at commas and semicolons; empty parts are dropped."""
    return [part for part in (one.strip() for one in re.split("[,;]", answer)) if part]


def read_whole_number(answer: str) -> int:
    """Return the number that an answer begins with. Raises ValueParseError if there is none."""
    digits = re.sub(
        r"[ ,'_](?=[0-9]{3}\b)", "", answer.split(maxsplit=1)[0] if answer.split() else ""
    )
    if not digits.isdecimal():
        raise ValueParseError(
            f"{quote(answer)} is not a whole number", "write a number such as 4500"
        )
    return int(digits)
