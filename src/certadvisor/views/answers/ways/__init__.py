"""The answer of `roles --from`: career paths, and what each promotion changes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, TypedDict

from certadvisor.advice.career.career_paths import MAX_PATHS
from certadvisor.catalog.records import Catalog, Role
from certadvisor.planner.conditional import Conditional
from certadvisor.views.answers.ways.promotion import (
    ARROW,
    ExpectationJson,
    PayChangeJson,
    PromotionJson,
    promotion_blocks,
    promotion_json,
)
from certadvisor.views.blocks import (
    Block,
    Fragment,
    Item,
    Para,
    Screen,
    StyledText,
    Title,
    join,
    styled,
)
from certadvisor.views.document_types import Allowed, HeadV2, head_v2
from certadvisor.views.json_values import Row
from certadvisor.views.reports import WaysReport
from certadvisor.views.sections import judgement, judgement_blocks, lists
from certadvisor.views.sections.conditional_section import (
    ConditionalJson,
    conditional_item,
    conditional_json,
    question_items,
)
from certadvisor.views.sections.judgement import AssumptionJson
from certadvisor.views.sections.next_commands import next_section
from certadvisor.views.sections.role_checklist import (
    ChecklistJson,
    checklist_json,
    checklist_section,
)
from certadvisor.views.sections.starting_point import first_steps
from certadvisor.views.words.conditional import certifications_text

_WaysStart = TypedDict("_WaysStart", {"from": str})


class WaysDocument(HeadV2, _WaysStart):
    """The document of `roles --from`."""

    to: str | None
    title: str | None
    starting_point: Annotated[
        Mapping[str, object] | None,
        Allowed(
            description="A job outside the ladder to start from, with what to do first, as the "
            "catalogue has it; see roles.schema.json."
        ),
    ]
    country: str | None
    paths: Annotated[
        list[list[str]], Allowed(description="Ids of roles, the first the one to start from.")
    ]
    path_count: int
    steps: list[PromotionJson]
    conditionals: Annotated[
        list[ConditionalJson],
        Allowed(
            description="What other work would bring within reach, as `recommend` has it for the "
            "person in that job."
        ),
    ]
    assumptions: list[AssumptionJson]
    checklist: ChecklistJson | None


def document(report: WaysReport) -> WaysDocument:
    """The document of `roles --from`. Without a profile every outcome is unknown."""
    paths, catalog = report.career_paths, report.context.catalog
    return {
        **head_v2(report.context),
        "from": paths.start.id,
        "to": paths.target.id if paths.target else None,
        "title": report.title,
        "starting_point": starting_point(report),
        "country": report.country,
        "paths": [[role.id for role in path] for path in paths.paths],
        "path_count": paths.path_count,
        "steps": [promotion_json(one) for one in paths.promotions],
        "conditionals": [conditional_json(one, catalog) for one in report.conditionals],
        "assumptions": [
            judgement.assumption_json(assumption, catalog) for assumption in paths.assumptions
        ],
        "checklist": checklist_json(report.checklist, catalog) if report.checklist else None,
    }


def starting_point(report: WaysReport) -> Mapping[str, object] | None:
    """The record of the job outside the ladder to start from; None for a role of the ladder."""
    starts = report.context.catalog.raw_records("starting_points")
    return starts.get(report.career_paths.start.id)


def screen(report: WaysReport) -> Screen:
    """The career paths, each promotion, what comes later, then the checklist of the role."""
    paths, catalog = report.career_paths, report.context.catalog
    assumptions = (*paths.assumptions, *(report.checklist.assumptions if report.checklist else ()))
    target = f" to {paths.target.title}" if paths.target else ""
    title_note = f"“{report.title}” is read as {paths.start.title}." if report.title else ""
    return (
        Title(styled(f"Career paths from {paths.start.title}{target}"), paths.start.id),
        *((Para(styled(Fragment(title_note, "doubt"))),) if title_note else ()),
        *_paths(report),
        *(first_steps({**start}, catalog) if (start := starting_point(report)) else ()),
        *(block for promotion in paths.promotions for block in promotion_blocks(promotion, report)),
        *_conditionals(report.conditionals, catalog),
        *(checklist_section(report.checklist, catalog) if report.checklist else ()),
        *judgement_blocks.assumption_blocks(dict.fromkeys(assumptions), catalog),
        *next_section(report.context, _next_command(report)),
        *lists.footer(report.context),
    )


def _next_command(report: WaysReport) -> tuple[str, ...]:
    """Certifications for the role to reach, else the next one; the job is given if nothing is."""
    paths = report.career_paths
    role = paths.target or next((path[1] for path in paths.paths), None)
    job = () if report.has_profile else ("--title", report.title or paths.start.title)
    return ("recommend", *job, *(("--role", role.id) if role else ()))


def _conditionals(found: tuple[Conditional, ...], catalog: Catalog) -> tuple[Block, ...]:
    """What comes within reach by which work, and what is open until then."""
    lines = []
    for one in found:
        first = certifications_text(one.until_then, catalog)
        note = f"; until then {first}" if first else ""
        lines.append(conditional_item(one, catalog, note))
    return (
        *lists.list_section("Later, with other work", lines),
        *question_items(found, catalog),
    )


def _paths(report: WaysReport) -> Iterator[Block]:
    paths = report.career_paths
    if not paths.paths:
        destination = f"to {paths.target.title}" if paths.target else "further up"
        yield Para(styled(f"No role of the catalogue leads {destination} from here."))
    for number, path in enumerate(paths.paths, 1):
        mark = Fragment(f"{number}.", "strong")
        if paths.target:
            yield Item(_route(path[1:]), mark)
        else:
            onward = styled(Fragment(f"on to {ARROW.join(role.title for role in path[2:])}", "dim"))
            next_role = styled(Fragment(path[1].title, "strong"))
            yield Item(join([next_role, onward if path[2:] else ()], ", "), mark)
    if paths.path_count > MAX_PATHS and paths.target:
        yield Para(styled(f"{paths.path_count - MAX_PATHS} more paths are as short."))


def _route(roles: Iterable[Role]) -> StyledText:
    return styled(Fragment(ARROW.join(role.title for role in roles), "strong"))


COLUMNS = (
    "from", "to", "level", "skills", "preferred", "helpful", "kind", "months_low", "months_high",
    "months_have", "degree", "country", "currency", "pay_before", "pay_after",
)  # fmt: skip


def rows(data: WaysDocument) -> Iterable[Row]:
    """One row per promotion and country for which a single source has both pay figures."""
    for promotion in data["steps"]:
        cells = _promotion_cells(promotion)
        for pay in promotion["pay"] or (None,):
            yield *cells, *_pay_cells(pay)


def _promotion_cells(promotion: PromotionJson) -> Row:
    experience, degree = promotion["experience"], promotion["degree"]
    return (
        promotion["from"],
        promotion["to"],
        promotion["level"],
        _new_ids(promotion["skills"]),
        _new_ids(promotion["preferred"]),
        _new_ids(promotion["helpful"]),
        experience and experience["kind"],
        experience and experience["low"],
        experience and experience["high"],
        experience and experience["have"],
        degree and degree["level"],
    )


def _new_ids(expectations: Iterable[ExpectationJson]) -> list[str]:
    return [one["id"] for one in expectations if one["new"]]


def _pay_cells(pay: PayChangeJson | None) -> Row:
    if pay is None:
        return None, None, None, None
    return pay["country"], pay["currency"], _figures(pay["before"]), _figures(pay["after"])


def _figures(numbers: Iterable[float]) -> str | None:
    """One number, or low and high; None without any."""
    return " to ".join(str(number) for number in numbers) or None
