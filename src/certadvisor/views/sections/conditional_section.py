"""What other work would bring within reach, as data and as blocks; shared by three answers."""

from collections.abc import Iterable
from typing import Annotated, TypedDict

from certadvisor.catalog.records import Catalog
from certadvisor.planner.conditional import Conditional
from certadvisor.views.blocks import Block, Fragment, Heading, Item, StyledText, styled
from certadvisor.views.document_types import Allowed, Day, TotalJson
from certadvisor.views.json_values import Row, iso, money_cells, total
from certadvisor.views.sections.judgement import (
    QuestionJson,
    ShortfallJson,
    missing_cells,
    question_json,
    shortfall_json,
)
from certadvisor.views.sections.starting_point import STEP_NAMES
from certadvisor.views.words import conditional as words
from certadvisor.views.words import phrases
from certadvisor.views.words.check import question_text


class OpenCertificationJson(TypedDict):
    """A certification that is open until then, and when the person can be ready for it."""

    certification: str
    ready_on: Day


class UntilThenJson(TypedDict):
    """What to do first."""

    certifications: list[OpenCertificationJson]
    work: Annotated[list[str], Allowed(description="Work to ask for in the present job, in words.")]
    first_roles: Annotated[
        list[str],
        Allowed(
            description="From outside the career ladder: the roles that usually come before those."
        ),
    ]
    roles: Annotated[list[str], Allowed(description="The nearest roles whose work counts.")]


class ConditionalJson(TypedDict):
    """A certification that comes within reach if work of some kinds starts by a day.

    Day and total are those of `plan` for the profile with that work.
    """

    certification: str
    kinds: Annotated[list[str], Allowed(description="The kinds of work to start.")]
    start_by: Day
    status: Annotated[
        str,
        Allowed(
            words=("found", "ask", "infeasible"),
            description="Of the plan with that work. ask: it rests on answers; infeasible: it "
            "breaks a limit of the goal.",
        ),
    ]
    ready_on: Day
    total: TotalJson | None
    missing: list[ShortfallJson]
    questions: Annotated[
        list[QuestionJson],
        Allowed(description="A yes to each is taken for granted: the day is the earliest."),
    ]
    until_then: UntilThenJson
    text: str


def conditional_json(conditional: Conditional, catalog: Catalog) -> ConditionalJson:
    """A condition, as data."""
    first, price = conditional.until_then, conditional.price
    return {
        "certification": conditional.certification,
        "kinds": list(words.missing_kinds(conditional, catalog)),
        "start_by": iso(conditional.start_by),
        "status": conditional.status,
        "ready_on": iso(conditional.ready_on),
        "total": total(conditional.total, price.place, price.on),
        "missing": [shortfall_json(one) for one in conditional.missing],
        "questions": [question_json(one, catalog) for one in conditional.questions],
        "until_then": {
            "certifications": [
                {"certification": id, "ready_on": iso(day)} for id, day in first.certifications
            ],
            "work": list(first.work),
            "first_roles": list(first.first_roles),
            "roles": list(first.roles),
        },
        "text": phrases.sentence(words.conditional_text(conditional, catalog)),
    }


def conditional_row(conditional: ConditionalJson) -> Row:
    """The cells of a condition under the columns of `recommend`."""
    way_total = conditional["total"]
    return (
        None,
        conditional["certification"],
        None,
        None,
        "conditional",
        None,
        None,
        None,
        None,
        missing_cells(conditional["missing"]),
        [conditional["text"]],
        conditional["ready_on"],
        *money_cells(way_total),
        way_total and way_total["estimated"],
    )


def conditional_item(conditional: Conditional, catalog: Catalog, note: str = "") -> StyledText:
    """A condition as one line: the certification, its day, what to start, and a note."""
    text = words.conditional_text(conditional, catalog)
    name = phrases.certification_name(conditional.certification, catalog)
    return styled(Fragment(name, "strong"), f"{text.removeprefix(name)}{note}")


def question_items(conditionals: Iterable[Conditional], catalog: Catalog) -> tuple[Block, ...]:
    """The first question that the days of each rest on, each question once."""
    asked = (question_text(one.questions[0], catalog) for one in conditionals if one.questions)
    return tuple(Item(styled(text), Fragment("?", "doubt")) for text in dict.fromkeys(asked))


def first_steps(
    title: str, conditionals: Iterable[Conditional], catalog: Catalog, *, certifications: bool
) -> tuple[Block, ...]:
    """What to do first: certificates if they are not listed anyway, work to ask for, jobs."""
    firsts = [one.until_then for one in conditionals]
    open_now = (words.certifications_text(one, catalog) for one in firsts if certifications)
    work = (text for one in firsts for text in one.work)
    roles = (words.roles_text(one, catalog) for one in firsts)
    lines = [
        (STEP_NAMES[kind], text)
        for kind, texts in (("certification", open_now), ("work", work), ("role", roles))
        for text in dict.fromkeys(texts)
        if text
    ]
    items = (Item(styled(Fragment(f"{name}: ", "strong"), text)) for name, text in lines)
    return (Heading(title), *items) if lines else ()
