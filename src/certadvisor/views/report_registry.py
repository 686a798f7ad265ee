"""The forms of every answer: one typed `match` over the reports.

A module of `answers` is imported when one of its reports is shown: importing all of them would
take longer than most commands.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, assert_never

from certadvisor.views.blocks import Screen
from certadvisor.views.reports import (
    AdviceReport,
    AuditReport,
    CandidatesReport,
    CasesReport,
    ChangesReport,
    CheckReport,
    CompareReport,
    CompareRolesReport,
    EvidenceReport,
    FindingsReport,
    ListReport,
    MapReport,
    PeopleReport,
    PlanReport,
    ProfileReport,
    RejectReport,
    RenewReport,
    Report,
    RolesReport,
    ShowReport,
    StaleReport,
    StandingReport,
    StepsReport,
    TeamReport,
    WaysReport,
)

if TYPE_CHECKING:  # the types of the data, which a screen does not need
    from certadvisor.views.json_values import Json, Row


class Columns(NamedTuple):
    """The flat form of an answer: names of its columns, and rows of as many cells."""

    names: tuple[str, ...]
    rows: Iterable["Row"]


class Answer(NamedTuple):
    """The forms of a report; None is a form that the answer does not have."""

    document: Callable[[], Mapping[str, Any]]
    screen: Callable[[], Screen] | None = None
    columns: Callable[[], Columns] | None = None


def answer_of(report: Report) -> Answer:  # noqa: C901, PLR0912, PLR0915  one case for each answer
    """Return the forms of a report."""
    match report:
        case CheckReport():
            from certadvisor.views.answers import check
            from certadvisor.views.answers.check_screen import screen as check_screen

            return Answer(
                partial(check.document, report),
                partial(check_screen, report),
                lambda: Columns(check.COLUMNS, check.rows(check.document(report))),
            )
        case EvidenceReport():
            from certadvisor.views.answers.evidence import document as evidence
            from certadvisor.views.answers.evidence.screen import screen as evidence_screen

            return Answer(
                partial(evidence.document, report),
                partial(evidence_screen, report),
                lambda: Columns(evidence.COLUMNS, evidence.rows(evidence.document(report))),
            )
        case AdviceReport():
            return _answer_of_advice(report)
        case PlanReport():
            from certadvisor.views.answers.plan import document as plan
            from certadvisor.views.answers.plan.screen import screen as plan_screen

            return Answer(
                partial(plan.document, report),
                partial(plan_screen, report),
                lambda: Columns(plan.COLUMNS, plan.rows(plan.document(report))),
            )
        case RenewReport():
            from certadvisor.views.answers.renew import document as renew
            from certadvisor.views.answers.renew.screen import screen as renew_screen

            return Answer(
                partial(renew.document, report),
                partial(renew_screen, report),
                lambda: Columns(renew.COLUMNS, renew.rows(renew.document(report))),
            )
        case ProfileReport():
            from certadvisor.views.answers import profile_check

            return Answer(
                partial(profile_check.document, report),
                partial(profile_check.screen, report),
                lambda: Columns(
                    profile_check.COLUMNS, profile_check.rows(profile_check.document(report))
                ),
            )
        case ListReport():
            from certadvisor.views.answers import list_

            return Answer(
                partial(list_.document, report),
                partial(list_.screen, report),
                lambda: Columns(list_.COLUMNS, list_.rows(list_.document(report))),
            )
        case ShowReport() | CandidatesReport():
            from certadvisor.views.answers import show

            return Answer(
                partial(show.document, report),
                partial(show.screen, report),
                lambda: Columns(show.COLUMNS, show.rows(show.document(report))),
            )
        case RolesReport():
            from certadvisor.views.answers import roles

            return Answer(
                partial(roles.document, report),
                partial(roles.screen, report),
                lambda: Columns(roles.COLUMNS, roles.rows(roles.document(report))),
            )
        case WaysReport():
            from certadvisor.views.answers import ways

            return Answer(
                partial(ways.document, report),
                partial(ways.screen, report),
                lambda: Columns(ways.COLUMNS, ways.rows(ways.document(report))),
            )
        case StepsReport():
            from certadvisor.views.answers import steps

            return Answer(
                partial(steps.document, report),
                partial(steps.screen, report),
                lambda: Columns(steps.COLUMNS, steps.rows(steps.document(report))),
            )
        case CompareReport():
            from certadvisor.views.answers.compare import document as comparison
            from certadvisor.views.answers.compare.screen import screen as comparison_screen

            return Answer(
                partial(comparison.document, report),
                partial(comparison_screen, report),
                lambda: Columns(
                    comparison.column_names(data := comparison.document(report)),
                    comparison.rows(data),
                ),
            )
        case CompareRolesReport():
            from certadvisor.views.answers.compare import document as comparison
            from certadvisor.views.answers.compare.roles import screen as roles_comparison_screen

            return Answer(
                partial(comparison.document, report),
                partial(roles_comparison_screen, report),
                lambda: Columns(
                    comparison.column_names(data := comparison.document(report)),
                    comparison.rows(data),
                ),
            )
        case MapReport():
            from certadvisor.views.answers import map_

            return Answer(
                partial(map_.document, report),
                partial(map_.screen, report),
                lambda: Columns(map_.COLUMNS, map_.rows(map_.document(report))),
            )
        case PeopleReport():
            from certadvisor.views.answers import people_check

            return Answer(
                partial(people_check.document, report),
                partial(people_check.screen, report),
                lambda: Columns(
                    people_check.COLUMNS, people_check.rows(people_check.document(report))
                ),
            )
        case AuditReport():
            from certadvisor.views.answers.audit import document as audit
            from certadvisor.views.answers.audit.screen import screen as audit_screen

            return Answer(
                partial(audit.document, report),
                partial(audit_screen, report),
                lambda: Columns(audit.columns(data := audit.document(report)), audit.rows(data)),
            )
        case StandingReport():
            from certadvisor.views.answers import batch

            return Answer(partial(batch.document, report))
        case RejectReport():
            from certadvisor.views.answers import batch_rejects

            return Answer(partial(batch_rejects.document, report))
        case TeamReport():
            from certadvisor.views.answers.team import document as team
            from certadvisor.views.answers.team.screen import screen as team_screen

            return Answer(partial(team.document, report), partial(team_screen, report))
        case FindingsReport():
            from certadvisor.views.answers import catalog_check

            return Answer(
                partial(catalog_check.document, report),
                partial(catalog_check.screen, report),
                lambda: Columns(
                    catalog_check.COLUMNS, catalog_check.rows(catalog_check.document(report))
                ),
            )
        case CasesReport():
            from certadvisor.views.answers import catalog_test

            return Answer(
                partial(catalog_test.document, report),
                partial(catalog_test.screen, report),
                lambda: Columns(
                    catalog_test.COLUMNS, catalog_test.rows(catalog_test.document(report))
                ),
            )
        case StaleReport():
            from certadvisor.views.answers import catalog_stale

            return Answer(
                partial(catalog_stale.document, report),
                partial(catalog_stale.screen, report),
                lambda: Columns(
                    catalog_stale.COLUMNS, catalog_stale.rows(catalog_stale.document(report))
                ),
            )
        case ChangesReport():
            from certadvisor.views.answers import catalog_diff

            return Answer(
                partial(catalog_diff.document, report),
                partial(catalog_diff.screen, report),
                lambda: Columns(
                    catalog_diff.COLUMNS, catalog_diff.rows(catalog_diff.document(report))
                ),
            )
        case _:
            assert_never(report)


def _answer_of_advice(report: AdviceReport) -> Answer:
    # Most are read on a screen, which needs none of the data's types: they take 3 ms to import.
    from certadvisor.views.answers.recommend.screen import screen

    def document() -> Mapping[str, Any]:
        from certadvisor.views.answers.recommend import document as advice

        return advice.document(report)

    def columns() -> Columns:
        from certadvisor.views.answers.recommend import document as advice

        return Columns(advice.COLUMNS, advice.rows(advice.document(report)))

    return Answer(document, partial(screen, report), columns)


def document_of(report: Report) -> "Json":
    """Return the whole answer as data, as `--format json` writes it."""
    return dict(answer_of(report).document())
