"""What was judged: verdict trees, questions and assumptions, as blocks."""

from collections.abc import Iterable

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AnyOf
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption, Question, Verdict
from certadvisor.views.blocks import Block, Branch, Fragment, Heading, Item, styled
from certadvisor.views.sections.lists import list_section
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases


def question_blocks(questions: Iterable[Question], catalog: Catalog) -> tuple[Block, ...]:
    """The questions that would improve the answer; empty if none."""
    items = tuple(
        Item(styled(check_words.question_text(question, catalog)), Fragment("?", "doubt"))
        for question in questions
    )
    return (Heading("Worth answering"), *items) if items else ()


def assumption_blocks(assumptions: Iterable[Assumption], catalog: Catalog) -> tuple[Block, ...]:
    """The assumptions behind the answer; empty if none."""
    return list_section(
        "Assumed", (check_words.assumption_text(one, catalog) for one in assumptions)
    )


def verdict_branch(verdict: Verdict, catalog: Catalog, *, nearest: bool = False) -> Branch:
    """The verdict as a tree of marks. Where no option is met, the nearest one is marked."""
    mark_nearest = isinstance(verdict.requirement, AnyOf) and verdict.outcome is not Outcome.MET
    text = styled(phrases.requirement(verdict.requirement, catalog))
    numbers = phrases.progress(verdict)
    if numbers:
        text = styled(*text, ": ", Fragment(numbers, phrases.OUTCOME_STYLES[verdict.outcome]))
    if nearest:
        text = styled(*text, Fragment(" ← closest option", "strong"))
    mark = Fragment(phrases.MARKS[verdict.outcome], phrases.OUTCOME_STYLES[verdict.outcome])
    single = len(verdict.children) == 1  # no choice, so there is nothing to point out
    return Branch(
        text,
        mark,
        tuple(
            verdict_branch(
                child, catalog, nearest=mark_nearest and not single and index == verdict.nearest
            )
            for index, child in enumerate(verdict.children)
        ),
    )
