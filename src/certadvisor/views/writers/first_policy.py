"""A first policy as YAML, with every choice explained; lines with `# ?` are questions."""

import json
import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from glob import escape as escape_pattern
from typing import NamedTuple

from certadvisor.audit.policy_draft import PolicyDraft, RoleInTeam, UnknownTitle
from certadvisor.base.months import months_after
from certadvisor.catalog.records import Catalog, RawRecord
from certadvisor.errors import escape_control_chars
from certadvisor.views.words import phrases
from certadvisor.views.words.roles import basis_text

_WIDTH = 100
_MAX_TITLES = 50
_MARK = "# ? "
_MONTHS_OF_WAIVER = 6
_WARN_DAYS = """
How long before something ends the audit reports it as expiring.
"""
_MAX_UNKNOWN = """
The audit fails where a rule cannot be judged for more than this share of the people it applies to,
because a title, a date or a list is missing. 100% never fails for that; a rule may have its own.
"""
_UNDATED = """
A certification without dates may have lapsed, so whether it is active is unknown{people}. If your
list has active certifications only, take away the `# ? `.
"""
_TITLES = """
What your own job titles stand for: a role (`certadvisor roles` lists them), or none for a job
outside projects. Until a title is settled, no rule about roles can be judged for its people.
"""
_RULES = """
Each rule says who needs what. `holds` is met by any one of its certifications while it is valid.
`severity: warning` reports without failing. See docs/audit.md for levels, training and more.
"""
_GRACE = "Time to get it after joining; `days: 90` and `after: promoted` are possible too."
_WAIVERS = """
How to excuse one person from one rule, through a last day. The reason and the name are required.
"""


class Preference(NamedTuple):
    """A certification that employers prefer for a role, where, and what says so."""

    certification: str
    country: str | None
    basis: str


def has_rules(draft: PolicyDraft, catalog: Catalog) -> bool:
    """Whether employers prefer a certification for any of the roles, as a policy needs a rule."""
    return any(preferences(one, catalog) for one in draft.roles)


def render_first_policy(draft: PolicyDraft, catalog: Catalog, source: str, as_of: date) -> str:
    """The policy as a file that `audit --policy` takes as it is."""
    undated = f" (here of {_people(draft.undated)})" if draft.undated else ""
    lines = [
        f"# A first policy for {escape_control_chars(source)}, written on {as_of.isoformat()}.",
        "# Change what does not fit your company; lines with `# ?` are questions.",
        "policy: Certifications of project people",
        "",
        *_comment(_WARN_DAYS),
        "warn_days: 90",
        "",
        *_comment(_MAX_UNKNOWN),
        "max_unknown: 10%",
        "",
        *_comment(_UNDATED.format(people=undated)),
        f"{_MARK}undated: accept",
        "",
        *_title_lines(draft, catalog),
        *_comment(_RULES),
        "rules:",
        *_all_rule_lines(draft, catalog),
        "",
        *_comment(_WAIVERS),
        *_waiver_lines(draft, catalog, as_of),
    ]
    return "\n".join(lines) + "\n"


def questions_in(text: str) -> int:
    """How many questions the policy asks; the key above the titles is none."""
    marked = (line.strip() for line in text.splitlines())
    return sum(line.startswith(_MARK) and line != f"{_MARK}titles:" for line in marked)


def preferences(role: RoleInTeam, catalog: Catalog) -> list[Preference]:
    """What employers prefer for a role, in general and where its people live; each once."""
    record = catalog.raw_record("roles", role.role.id)
    lists: list[tuple[str | None, RawRecord]] = [(None, record.get("certifications") or {})]
    lists += [
        (country, local)
        for country in role.countries
        for local in record.get("local", ())
        if country in local["countries"]
    ]
    found: dict[str, Preference] = {}
    for country, preferred in lists:
        for entry in preferred.get("preferred", ()):
            own = entry if isinstance(entry, dict) else preferred | {"id": entry}
            found.setdefault(own["id"], Preference(own["id"], country, basis_text(own)))
    return list(found.values())


def _title_lines(draft: PolicyDraft, catalog: Catalog) -> Iterator[str]:
    if not draft.titles and not draft.without_title:
        return
    yield from _comment(_TITLES)
    if draft.without_title:
        people = _people(draft.without_title)
        yield from _comment(f"No job title in the table: {people}. Add it there.")
    if draft.titles:
        is_open = not any(one.starting_point for one in draft.titles[:_MAX_TITLES])
        yield f"{_MARK if is_open else ''}titles:"
    starts = catalog.raw_records("starting_points")
    for one in draft.titles[:_MAX_TITLES]:
        yield _title_line(one, starts)
    if (more := len(draft.titles) - _MAX_TITLES) > 0:
        yield f"  # and {phrases.number(more)} more titles of fewer people"
    yield ""


def _title_line(one: UnknownTitle, starts: Mapping[str, RawRecord]) -> str:
    title = json.dumps(escape_pattern(one.title), ensure_ascii=not one.title.isprintable())
    people = _people(one.people)
    if one.starting_point:
        job = starts[one.starting_point]["title"]
        return f"  {title}: none  # {people}; outside the career ladder ({job})"
    return f"  {_MARK}{title}: none  # {people}; none, or which role?"


def _all_rule_lines(draft: PolicyDraft, catalog: Catalog) -> Iterator[str]:
    for index, role in enumerate(draft.roles):
        if index:
            yield ""
        yield from _rule_lines(role, draft, catalog)


def _rule_lines(role: RoleInTeam, draft: PolicyDraft, catalog: Catalog) -> Iterator[str]:
    title, found = role.role.title, preferences(role, catalog)
    yield from _comment(f"{title}: {_people(role.people)}.", "  ")
    helpful = phrases.join_names(
        (phrases.certification_name(id, catalog) for id in role.role.helpful), "or"
    )
    if not found:
        hint = f" Helpful are {helpful}." if helpful else ""
        yield from _comment(f"No rule: we know of none that employers prefer for it.{hint}", "  ")
        return
    yield from _comment("What employers prefer, and what that rests on:", "  ")
    for one in found:
        name = phrases.certification_name(one.certification, catalog)
        place = f" ({phrases.country_label(one.country)})" if one.country else ""
        yield from _comment(f"- {name}{place}: {one.basis}", "  ", "  ")
    if helpful:
        yield from _comment(f"Helpful, and not in the rule: {helpful}.", "  ")
    yield f"  - id: {role.role.id}"
    yield f"    text: Each {title} has one of these certifications, and it is valid."
    yield f"    who: {{role: {role.role.id}}}"
    yield f"    needs: {{holds: [{', '.join(one.certification for one in found)}]}}"
    mark = "" if draft.knows_joining else f"{_MARK}"
    yield from _comment(_GRACE, "    ")
    yield f"    {mark}grace: {{months: 12, after: joined}}"


def _waiver_lines(draft: PolicyDraft, catalog: Catalog, as_of: date) -> Iterator[str]:
    rule = next(one.role.id for one in draft.roles if preferences(one, catalog))
    until = months_after(as_of, _MONTHS_OF_WAIVER).isoformat()
    yield "# waivers:"
    yield (
        f'#   - {{person: "ID", rule: {rule}, reason: exam booked, by: head of delivery, '
        f'until: "{until}"}}'
    )


def _people(count: int) -> str:
    return f"{phrases.number(count)} {'person' if count == 1 else 'people'}"


def _comment(text: str, indent: str = "", hanging: str = "") -> list[str]:
    """Comment lines; what the catalogue says may be of any length."""
    prefix = f"{indent}# "
    shown = escape_control_chars(" ".join(text.split()))
    return textwrap.wrap(
        shown,
        _WIDTH,
        initial_indent=prefix,
        subsequent_indent=prefix + hanging,
        break_on_hyphens=False,
    )
