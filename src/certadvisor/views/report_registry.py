"""The forms of every answer: one typed `match` over the reports.

A module of `answers` is imported when one of its reports is shown: importing all of them would
take longer than most commands.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple, assert_never

from certadvisor.views.blocks import Screen
from certadvisor.views.document_types import head
from certadvisor.views.json_values import Json, Row
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


class Columns(NamedTuple):
    """The flat form of an answer: names of its columns, and rows of as many cells."""

    names: tuple[str, ...]
    rows: Iterable[Row]


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

            return Answer(
                partial(check.document, report),
                partial(check.screen, report),
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
            from certadvisor.views.answers.recommend import document as advice
            from certadvisor.views.answers.recommend.screen import screen as advice_screen

            return Answer(
                partial(advice.document, report),
                partial(advice_screen, report),
                lambda: Columns(advice.COLUMNS, advice.rows(advice.document(report))),
            )
        case PlanReport():
            from certadvisor.views.answers.plan import document as plan
            from certadvisor.views.answers.plan.screen import screen as plan_screen

            return Answer(
                partial(plan.document, report),
                partial(plan_screen, report),
                lambda: Columns(plan.COLUMNS, plan.rows(plan.document(report))),
            )
        case RenewReport():
            from certadvisor.views.answers import renew

            return Answer(
                partial(renew.document, report),
                partial(renew.screen, report),
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
            from certadvisor.views.documents import people_check as people_check_document
            from certadvisor.views.screens import people_check as people_check_screen

            return _old(report, people_check_document.document, people_check_screen.screen)
        case AuditReport():
            from certadvisor.views.documents import audit as audit_document
            from certadvisor.views.screens import audit as audit_screen

            return _old(report, audit_document.document, audit_screen.screen)
        case StandingReport():
            from certadvisor.views.documents import batch as batch_document

            return _old(report, batch_document.document)
        case RejectReport():
            from certadvisor.views.documents import batch_rejects as batch_rejects_document

            return _old(report, batch_rejects_document.document)
        case TeamReport():
            from certadvisor.views.documents import team as team_document
            from certadvisor.views.screens import team as team_screen

            return _old(report, team_document.document, team_screen.screen)
        case FindingsReport():
            from certadvisor.views.documents import catalog_check as catalog_check_document
            from certadvisor.views.screens import catalog_check as catalog_check_screen

            return _old(report, catalog_check_document.document, catalog_check_screen.screen)
        case CasesReport():
            from certadvisor.views.documents import catalog_test as catalog_test_document
            from certadvisor.views.screens import catalog_test as catalog_test_screen

            return _old(report, catalog_test_document.document, catalog_test_screen.screen)
        case StaleReport():
            from certadvisor.views.documents import catalog_stale as catalog_stale_document
            from certadvisor.views.screens import catalog_stale as catalog_stale_screen

            return _old(report, catalog_stale_document.document, catalog_stale_screen.screen)
        case ChangesReport():
            from certadvisor.views.documents import catalog_diff as catalog_diff_document
            from certadvisor.views.screens import catalog_diff as catalog_diff_screen

            return _old(report, catalog_diff_document.document, catalog_diff_screen.screen)
        case _:
            assert_never(report)


def document_of(report: Report) -> Json:
    """Return the whole answer as data, as `--format json` writes it."""
    return dict(answer_of(report).document())


def _old(
    report: Report,
    document: Callable[[Any], Json],
    screen: Callable[[Any], Screen] | None = None,
) -> Answer:
    from certadvisor.views import old_columns

    def whole() -> Json:
        return {**head(report.context), **document(report)}

    return Answer(
        whole,
        None if screen is None else partial(screen, report),
        lambda: Columns(*old_columns.columns_of(whole())),
    )
