"""The report of an import as text: what was imported, guessed, asked and not used."""

from collections.abc import Iterable

from certadvisor.errors import printable
from certadvisor.profile.importers.result import About, Imported, Line, Origin

_ENTRIES = {
    "education": ("degree", "degrees"),
    "work": ("job", "jobs"),
    "certifications": ("certification", "certifications"),
    "skills": ("skill", "skills"),
}
_FORMS = {
    "json-resume": "a JSON Resume",
    "linkedin": "a LinkedIn export",
    "credly": "a list of Credly badges",
}


def told(imported: Imported) -> tuple[str, ...]:
    """The lines of the report, with the number of lines of each kind at the end."""
    lines = [f"{imported.source} is {_FORMS[imported.form]}; taken: {_taken(imported)}."]
    lines += [_told("not read", line) for line in imported.lines(About.UNREAD)]
    lines += _unused(imported.lines(About.UNUSED))
    guesses = [mark for mark in imported.marks if mark.origin is Origin.GUESSED]
    lines += [f"guessed: {mark.path}: {mark.reason}" for mark in guesses]
    lines += [_told("question", line) for line in imported.lines(About.QUESTION)]
    counts = (
        (len(guesses), "guessed"),
        *((_count(imported, about), words) for about, words in _ENDS),
    )
    lines.append(f"In all: {', '.join(f'{count} {words}' for count, words in counts)}.")
    return tuple(map(printable, lines))


_ENDS = (
    (About.QUESTION, "to answer"),
    (About.UNREAD, "not read"),
    (About.UNUSED, "not used"),
)


def _count(imported: Imported, about: About) -> int:
    return sum(line.times for line in imported.lines(about))


def _taken(imported: Imported) -> str:
    counts = [
        f"{count} {_ENTRIES[name][count != 1]}"
        for name, count in imported.counts().items()
        if name in _ENTRIES
    ]
    if "country" in imported.profile:
        counts.insert(0, "the country")
    return ", ".join(counts) or "nothing"


def _told(head: str, line: Line) -> str:
    times = f" ({line.times} times)" if line.times > 1 else ""
    joint = " " if line.text.endswith("?") else "; "
    remedy = f"{joint}{line.remedy}" if line.remedy else ""
    return f"{head}: {line.place}: {line.text}{times}{remedy}"


def _unused(lines: Iterable[Line]) -> list[str]:
    """One line for each reason, with the fields and how often each occurs."""
    places: dict[str, list[str]] = {}
    for line in lines:
        times = f" ({line.times})" if line.times > 1 else ""
        places.setdefault(line.text, []).append(f"{line.place}{times}")
    return [f"not used ({reason}): {', '.join(named)}" for reason, named in places.items()]
