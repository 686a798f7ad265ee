"""The screen of `audit`: the result, a table of the rules, and the findings by rule."""

from collections.abc import Iterable

from certadvisor.audit.audit import (
    AuditFinding,
    AuditRow,
    AuditState,
    FailOn,
    expired_waiver_fails,
    finding_fails,
)
from certadvisor.audit.policy import PolicyRule, Waiver
from certadvisor.catalog.records import Catalog
from certadvisor.views.answers.audit.next_steps import next_steps
from certadvisor.views.blocks import (
    Block,
    Fragment,
    Heading,
    Item,
    Para,
    Screen,
    StyledText,
    TableColumn,
    Title,
    join,
    styled,
    table,
)
from certadvisor.views.reports import AuditReport
from certadvisor.views.sections import lists
from certadvisor.views.sections.rejected_rows import reject_blocks
from certadvisor.views.sections.table_notes import note_blocks
from certadvisor.views.words import audit as audit_words
from certadvisor.views.words import phrases

_MARKS = {
    AuditState.MISSING: Fragment("✗", "bad"),
    AuditState.EXPIRED: Fragment("✗", "bad"),
    AuditState.EXPIRING: Fragment("!", "doubt"),
    AuditState.UNKNOWN: Fragment("?", "doubt"),
    AuditState.WAIVED: Fragment("~", "dim"),
    AuditState.GRACE: Fragment("·", "dim"),
    AuditState.MET: Fragment("✓", "good"),
}
_BY_SEVERITY = list(AuditState)


def screen(report: AuditReport) -> Screen:
    """The whole screen. With `matrix`, a table of people by rules replaces the findings."""
    result = report.result
    body = _matrix(report) if report.with_matrix else _findings(report)
    shown_rejects = result.rejects[: report.row_limit]
    return (
        Title(styled(f"Audit: {result.policy.name}"), report.context.as_of.isoformat()),
        Para(styled(*_answer(report))),
        *_unjudged(report),
        _rules(report),
        *body,
        *_waivers("Expired waivers", result.expired_waivers),
        *_waivers("Waivers without use", result.unused_waivers),
        *note_blocks(report.notes),
        *reject_blocks(shown_rejects, len(result.rejects), report.source),
        *lists.list_section("What to do next", next_steps(report)),
        *lists.footer(report.context),
    )


def _answer(report: AuditReport) -> Iterable[Fragment]:
    result, fail_on = report.result, report.fail_on
    yield Fragment("Failed", "bad") if report.failed else Fragment("Passed", "good")
    yield Fragment(f": {audit_words.answer_counts(result)}. ")
    if fail_on is FailOn.NEVER:
        yield Fragment("No finding fails where --fail-on is never. ")
    else:
        count = sum(finding_fails(one, fail_on) for one in result.findings)
        ended_count = sum(
            expired_waiver_fails(one, result.policy, fail_on) for one in result.expired_waivers
        )
        problems = [
            phrases.amount(count, "finding"),
            *([phrases.amount(ended_count, "expired waiver")] if ended_count else []),
        ]
        yield Fragment(f"{phrases.join_names(problems)} at or above “{fail_on}”. ")
    rows_text = phrases.amount(len(result.rows) + len(result.rejects), "row")
    rejected_text = f", {phrases.number(len(result.rejects))} rejected" if result.rejects else ""
    yield Fragment(f"{phrases.number(len(result.rows))} of {rows_text} judged{rejected_text}.")


def _unjudged(report: AuditReport) -> Iterable[Block]:
    """A line for each rule that is unknown for too many."""
    for one in report.result.unjudged_rules:
        text = f" could not be judged: {audit_words.unjudged_text(one)}"
        yield Item(styled(Fragment(one.rule.id, "strong"), text), Fragment("✗", "bad"))


def _rules(report: AuditReport) -> Block:
    columns = (
        TableColumn("Rule"),
        TableColumn("Applies to", right=True),
        TableColumn("Met", right=True),
        TableColumn("Other", flexible=True),
    )
    rules = report.result.policy.rules
    counts = [report.result.count_states(index) for index in range(len(rules))]
    return table(
        columns,
        (
            (
                styled(Fragment(rule.id, "strong")),
                styled(phrases.number(count.total())),
                styled(phrases.number(count[AuditState.MET])),
                join(
                    _count(count[state], state)
                    for state in AuditState
                    if state is not AuditState.MET
                ),
            )
            for rule, count in zip(rules, counts, strict=True)
        ),
    )


def _count(number: int, state: AuditState) -> StyledText:
    if not number:
        return ()
    return styled(
        Fragment(f"{phrases.number(number)} {audit_words.STATES[state]}", _MARKS[state].style)
    )


def _findings(report: AuditReport) -> Iterable[Block]:
    for rule in report.result.policy.rules:
        findings = [one for one in report.result.findings if one.rule is rule]
        if findings:
            yield Heading(f"{rule.id} ({rule.severity})")
            yield Para(styled(Fragment(_rule_description(rule, report.context.catalog), "dim")))
            yield from _finding_items(findings, report)


def _rule_description(rule: PolicyRule, catalog: Catalog) -> str:
    scope = audit_words.scope_text(rule.scope, rule.exception, catalog)
    return f"{rule.text} ({scope})" if rule.text else phrases.sentence(scope)


def _finding_items(findings: list[AuditFinding], report: AuditReport) -> Iterable[Block]:
    """The findings, most severe first, up to the limit, and the number of further ones."""
    ordered = sorted(findings, key=lambda one: _BY_SEVERITY.index(one.state))
    for finding in ordered[: report.row_limit]:
        sentence = audit_words.finding_text(finding, report.context.catalog)
        yield Item(
            styled(Fragment(finding.person, "strong"), f" {sentence}"), _MARKS[finding.state]
        )
    more = len(ordered) - len(ordered[: report.row_limit])
    if more:
        hint = f"and {phrases.number(more)} more: --rows 0 lists all, --format csv too"
        yield Item(styled(Fragment(hint, "dim")), Fragment("·", "dim"))


def _matrix(report: AuditReport) -> tuple[Block, ...]:
    """People by rules. The columns are numbered, because rule ids are too long for them."""
    rules = report.result.policy.rules
    columns = (
        TableColumn("Person"),
        *(TableColumn(str(number)) for number in range(1, len(rules) + 1)),
    )
    shown_rows = report.result.rows[: report.row_limit]
    more = len(report.result.rows) - len(shown_rows)
    hint = f"{phrases.number(more)} more people: --rows 0 lists all."
    return (
        Heading("People by rules"),
        *(
            Item(
                styled(
                    Fragment(rule.id, "strong"),
                    f" {_rule_description(rule, report.context.catalog)}",
                ),
                Fragment(str(number), "dim"),
            )
            for number, rule in enumerate(rules, start=1)
        ),
        table(columns, (_person_cells(row) for row in shown_rows)),
        *((Para(styled(Fragment(hint, "dim"))),) if more else ()),
    )


def _person_cells(row: AuditRow) -> tuple[StyledText, ...]:
    return styled(Fragment(row.person, "strong")), *(_cell(state) for state in row.states)


def _cell(state: AuditState | None) -> StyledText:
    if state is None:
        return styled(Fragment("-", "dim"))
    mark = _MARKS[state]
    if state is AuditState.MET:
        return styled(mark)
    return styled(mark, Fragment(f" {audit_words.STATES[state]}", mark.style))


def _waivers(title: str, waivers: tuple[Waiver, ...]) -> tuple[Block, ...]:
    lines = (
        styled(
            Fragment(waiver.person, "strong"),
            f" {waiver.rule}, through {waiver.until}, by {waiver.by}: {waiver.reason}",
        )
        for waiver in waivers
    )
    return lists.list_section(title, lines)
