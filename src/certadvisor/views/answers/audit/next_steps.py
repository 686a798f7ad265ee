"""What to do after an audit that failed: a sentence for each thing that keeps it red."""

from collections.abc import Iterator

from certadvisor.audit.audit import AuditFinding, AuditState, finding_fails
from certadvisor.errors import escape_control_chars, shorten
from certadvisor.views.reports import AuditReport
from certadvisor.views.words import phrases

_MAX_TITLES = 3
_TITLE_KEYS = frozenset(("role", "level"))  # what a title settles


def next_steps(report: AuditReport) -> Iterator[str]:
    """Yield what to do, what comes first first; nothing where the audit passed."""
    if not report.failed:
        return
    policy, result = escape_control_chars(report.policy), report.result
    if result.rejects:
        command = f"certadvisor people check {escape_control_chars(report.source)}"
        yield f"Fix the rows that could not be read: `{command}` shows what was read."
    unknown = [one for one in result.findings if one.state is AuditState.UNKNOWN]
    titles = list(dict.fromkeys(one.title for one in unknown if one.title and _needs_role(one)))
    if titles:
        stand = "stands" if len(titles) == 1 else "stand"
        yield f"Say under `titles:` in {policy} which role {_named(titles)} {stand} for, or none."
    if any(not _needs_role(one) or not one.title for one in unknown):
        yield (
            "Add what the table lacks where the findings say “not known”. If few have it, allow "
            f"more unknown ones in {policy} with `max_unknown`."
        )
    failing = [one for one in result.findings if finding_fails(one, report.fail_on)]
    if any(one.state is not AuditState.UNKNOWN for one in failing):
        yield (
            "Correct the table where a certification is not recorded. Give people time with "
            f"`grace:`, or excuse one through a day under `waivers:` in {policy}."
        )
    if result.expired_waivers:
        yield f"Extend or remove the expired waivers in {policy}."


def _named(titles: list[str]) -> str:
    shown = [f"“{shorten(title)}”" for title in titles[:_MAX_TITLES]]
    more = len(titles) - len(shown)
    return phrases.join_names([*shown, *([f"each of {more} more"] if more else [])])


def _needs_role(finding: AuditFinding) -> bool:
    return bool(_TITLE_KEYS.intersection(finding.missing_keys))
