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
            from certadvisor.views.documents import evidence as evidence_document
            from certadvisor.views.screens import evidence as evidence_screen

            return _old(report, evidence_document.document, evidence_screen.screen)
        case AdviceReport():
            from certadvisor.views.documents import recommend as recommend_document
            from certadvisor.views.screens import recommend as recommend_screen

            return _old(report, recommend_document.document, recommend_screen.screen)
        case PlanReport():
            from certadvisor.views.documents import plan as plan_document
            from certadvisor.views.screens import plan as plan_screen

            return _old(report, plan_document.document, plan_screen.screen)
        case RenewReport():
            from certadvisor.views.documents import renew as renew_document
            from certadvisor.views.screens import renew as renew_screen

            return _old(report, renew_document.document, renew_screen.screen)
        case ProfileReport():
            from certadvisor.views.documents import profile_check as profile_check_document
            from certadvisor.views.screens import profile_check as profile_check_screen

            return _old(report, profile_check_document.document, profile_check_screen.screen)
        case ListReport():
            from certadvisor.views.answers import list_

            return Answer(
                partial(list_.document, report),
                partial(list_.screen, report),
                lambda: Columns(list_.COLUMNS, list_.rows(list_.document(report))),
            )
        case ShowReport():
            from certadvisor.views.documents import show as show_document
            from certadvisor.views.screens import show as show_screen

            return _old(report, show_document.document, show_screen.screen)
        case CandidatesReport():
            from certadvisor.views.documents import show as show_document
            from certadvisor.views.screens import show as show_screen

            return _old(report, show_document.document, show_screen.screen)
        case RolesReport():
            from certadvisor.views.documents import roles as roles_document
            from certadvisor.views.screens import roles as roles_screen

            return _old(report, roles_document.document, roles_screen.screen)
        case WaysReport():
            from certadvisor.views.documents import ways as ways_document
            from certadvisor.views.screens import ways as ways_screen

            return _old(report, ways_document.document, ways_screen.screen)
        case StepsReport():
            from certadvisor.views.documents import steps as steps_document
            from certadvisor.views.screens import steps as steps_screen

            return _old(report, steps_document.document, steps_screen.screen)
        case CompareReport():
            from certadvisor.views.documents import compare as compare_document
            from certadvisor.views.screens import compare as compare_screen

            return _old(report, compare_document.document, compare_screen.screen)
        case CompareRolesReport():
            from certadvisor.views.documents import compare_roles as compare_roles_document
            from certadvisor.views.screens import compare_roles as compare_roles_screen

            return _old(report, compare_roles_document.document, compare_roles_screen.screen)
        case MapReport():
            from certadvisor.views.documents import map_ as map__document
            from certadvisor.views.screens import map_ as map__screen

            return _old(report, map__document.document, map__screen.screen)
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


def document_of(report: Report) -> Json:
    """Return the whole answer as data, as `--format json` writes it."""
    return dict(answer_of(report).document())


def screen_of(report: Report) -> Screen:
    """Return the blocks of a report. Raises ValueError where it has no screen."""
    screen = answer_of(report).screen
    if screen is None:
        raise ValueError(f"{type(report).__name__} has no screen")
    return screen()


def columns_of(report: Report) -> Columns:
    """Return the columns of a report. Raises ValueError where it has none."""
    columns = answer_of(report).columns
    if columns is None:
        raise ValueError(f"{type(report).__name__} has no columns")
    return columns()


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
