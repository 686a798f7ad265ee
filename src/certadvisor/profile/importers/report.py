"""The report of an import as text: what was imported, guessed, asked and not used."""

from collections.abc import Iterable

from certadvisor.errors import escape_control_chars
from certadvisor.profile.importers.result import (
    ImportFormat,
    ImportResult,
    LineKind,
    OriginKind,
    ReportLine,
)

_ENTRY_WORDS = {
    "education": ("degree", "degrees"),
    "work": ("job", "jobs"),
    "certifications": ("certification", "certifications"),
    "skills": ("skill", "skills"),
}
_FORMAT_NAMES = {
    ImportFormat.JSON_RESUME: "a JSON Resume",
    ImportFormat.LINKEDIN: "a LinkedIn export",
    ImportFormat.CREDLY: "a list of Credly badges",
}


def report_lines(result: ImportResult) -> tuple[str, ...]:
    """The lines of the report, with the number of lines of each kind at the end."""
    lines = [
        f"{result.source} is {_FORMAT_NAMES[result.format]}; taken: {_summarize_entries(result)}."
    ]
    lines += [_format_line("not read", line) for line in result.lines(LineKind.UNREAD)]
    lines += _group_unused(result.lines(LineKind.UNUSED))
    guesses = [origin for origin in result.origins if origin.kind is OriginKind.GUESSED_KEY]
    lines += [f"guessed: {origin.path}: {origin.reason}" for origin in guesses]
    lines += [
        f"incomplete: {origin.path}: {origin.reason}"
        for origin in result.origins
        if origin.kind is OriginKind.INCOMPLETE
    ]
    lines += [_format_line("question", line) for line in result.lines(LineKind.QUESTION)]
    counts = (
        (len(guesses), "guessed"),
        *((_count_lines(result, kind), words) for kind, words in _SUMMARY_WORDS),
    )
    lines.append(f"In all: {', '.join(f'{count} {words}' for count, words in counts)}.")
    return tuple(map(escape_control_chars, lines))


_SUMMARY_WORDS = (
    (LineKind.QUESTION, "to answer"),
    (LineKind.UNREAD, "not read"),
    (LineKind.UNUSED, "not used"),
)


def _count_lines(result: ImportResult, kind: LineKind) -> int:
    return sum(line.occurrences for line in result.lines(kind))


def _summarize_entries(result: ImportResult) -> str:
    counts = [
        f"{count} {_ENTRY_WORDS[name][count != 1]}"
        for name, count in result.counts().items()
        if name in _ENTRY_WORDS
    ]
    if "country" in result.profile:
        counts.insert(0, "the country")
    return ", ".join(counts) or "nothing"


def _format_line(label: str, line: ReportLine) -> str:
    times = f" ({line.occurrences} times)" if line.occurrences > 1 else ""
    separator = " " if line.text.endswith("?") else "; "
    remedy = f"{separator}{line.remedy}" if line.remedy else ""
    return f"{label}: {line.location}: {line.text}{times}{remedy}"


def _group_unused(lines: Iterable[ReportLine]) -> list[str]:
    """One line for each reason, with the fields and how often each occurs."""
    fields_by_reason: dict[str, list[str]] = {}
    for line in lines:
        times = f" ({line.occurrences})" if line.occurrences > 1 else ""
        fields_by_reason.setdefault(line.text, []).append(f"{line.location}{times}")
    return [
        f"not used ({reason}): {', '.join(fields)}" for reason, fields in fields_by_reason.items()
    ]
