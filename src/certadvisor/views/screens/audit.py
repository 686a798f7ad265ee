"""The screen of `audit`: the result, a table of the rules, and the findings by rule."""

from collections.abc import Iterable

from certadvisor.audit.audit import Finding, Row, State, fails, over_fails
from certadvisor.audit.policy import Rule, Waiver
from certadvisor.catalog.records import Catalog
from certadvisor.views.blocks import (
    Block,
    Column,
    Heading,
    Item,
    Para,
    Screen,
    Span,
    Title,
    Words,
    joined,
    table,
    words,
)
from certadvisor.views.reports import AuditReport
from certadvisor.views.screens import parts
from certadvisor.views.screens.people_check import rejects
from certadvisor.views.words import audit as audit_words
from certadvisor.views.words import phrases

_MARKS = {
    State.MISSING: Span("✗", "bad"),
    State.EXPIRED: Span("✗", "bad"),
    State.EXPIRING: Span("!", "doubt"),
    State.UNKNOWN: Span("?", "doubt"),
    State.WAIVED: Span("~", "dim"),
    State.GRACE: Span("·", "dim"),
    State.MET: Span("✓", "good"),
}
_GRAVEST = list(State)


def build(report: AuditReport) -> Screen:
    """The whole screen. With `matrix`, a table of people by rules replaces the findings."""
    audited = report.audited
    found = _matrix(report) if report.matrix else _findings(report)
    shown = audited.rejects[: report.shown]
    return (
        Title(words(f"Audit: {audited.policy.name}"), report.frame.as_of.isoformat()),
        Para(words(*_answer(report))),
        _rules(report),
        *found,
        *_waivers("Waivers that are over", audited.ended),
        *_waivers("Waivers without use", audited.unused),
        *rejects(shown, len(audited.rejects), report.source),
        *parts.foot(report.frame),
    )


def _answer(report: AuditReport) -> Iterable[Span]:
    audited, fail_on = report.audited, report.fail_on
    yield Span("Failed", "bad") if report.failed else Span("Passed", "good")
    if fail_on == "never":
        yield Span(": no finding fails where --fail-on is never. ")
    else:
        count = sum(fails(one, fail_on) for one in audited.findings)
        over = sum(over_fails(one, audited.policy, fail_on) for one in audited.ended)
        told = [
            phrases.amount(count, "finding"),
            *([f"{phrases.amount(over, 'waiver')} over"] if over else []),
        ]
        yield Span(f": {phrases.several(told)} at or above “{fail_on}”. ")
    read = phrases.amount(len(audited.rows) + len(audited.rejects), "row")
    rejected = f", {phrases.number(len(audited.rejects))} rejected" if audited.rejects else ""
    yield Span(f"{phrases.number(len(audited.rows))} of {read} judged{rejected}.")


def _rules(report: AuditReport) -> Block:
    columns = (
        Column("Rule"),
        Column("Concerned", right=True),
        Column("Met", right=True),
        Column("Else", flexible=True),
    )
    rules = report.audited.policy.rules
    counts = [report.audited.tally(at) for at in range(len(rules))]
    return table(
        columns,
        (
            (
                words(Span(rule.id, "strong")),
                words(phrases.number(count.total())),
                words(phrases.number(count[State.MET])),
                joined(_count(count[state], state) for state in State if state is not State.MET),
            )
            for rule, count in zip(rules, counts, strict=True)
        ),
    )


def _count(number: int, state: State) -> Words:
    if not number:
        return ()
    return words(Span(f"{phrases.number(number)} {audit_words.STATES[state]}", _MARKS[state].style))


def _findings(report: AuditReport) -> Iterable[Block]:
    for rule in report.audited.policy.rules:
        found = [one for one in report.audited.findings if one.rule is rule]
        if found:
            yield Heading(f"{rule.id} ({rule.severity})")
            yield Para(words(Span(_about(rule, report.frame.catalog), "dim")))
            yield from _listed(found, report)


def _about(rule: Rule, catalog: Catalog) -> str:
    who = audit_words.concerned(rule.who, rule.excepted, catalog)
    return f"{rule.text} ({who})" if rule.text else phrases.sentence(who)


def _listed(found: list[Finding], report: AuditReport) -> Iterable[Block]:
    """The findings, most severe first, up to the limit, and the number of further ones."""
    ordered = sorted(found, key=lambda one: _GRAVEST.index(one.state))
    for one in ordered[: report.shown]:
        told = audit_words.sentence(one, report.frame.catalog)
        yield Item(words(Span(one.person, "strong"), f" {told}"), _MARKS[one.state])
    more = len(ordered) - len(ordered[: report.shown])
    if more:
        rest = f"and {phrases.number(more)} more: --rows 0 lists all, --format csv too"
        yield Item(words(Span(rest, "dim")), Span("·", "dim"))


def _matrix(report: AuditReport) -> tuple[Block, ...]:
    """People by rules. The columns are numbered, because rule ids are too long for them."""
    rules = report.audited.policy.rules
    columns = (Column("Person"), *(Column(str(at)) for at in range(1, len(rules) + 1)))
    shown = report.audited.rows[: report.shown]
    more = len(report.audited.rows) - len(shown)
    left = f"{phrases.number(more)} more people: --rows 0 lists all."
    return (
        Heading("People by rules"),
        *(
            Item(
                words(Span(rule.id, "strong"), f" {_about(rule, report.frame.catalog)}"),
                Span(str(at), "dim"),
            )
            for at, rule in enumerate(rules, start=1)
        ),
        table(columns, (_person(row) for row in shown)),
        *((Para(words(Span(left, "dim"))),) if more else ()),
    )


def _person(row: Row) -> tuple[Words, ...]:
    return words(Span(row.person, "strong")), *(_cell(state) for state in row.states)


def _cell(state: State | None) -> Words:
    if state is None:
        return words(Span("-", "dim"))
    mark = _MARKS[state]
    if state is State.MET:
        return words(mark)
    return words(mark, Span(f" {audit_words.STATES[state]}", mark.style))


def _waivers(title: str, waivers: tuple[Waiver, ...]) -> tuple[Block, ...]:
    lines = (
        words(
            Span(one.person, "strong"),
            f" {one.rule}, through {one.until}, by {one.by}: {one.reason}",
        )
        for one in waivers
    )
    return parts.listed(title, lines)
