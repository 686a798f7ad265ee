"""Blocks shared by screens about a person: verdict trees, questions and assumptions."""

from collections.abc import Iterable

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AnyOf
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption, Question, Verdict
from certadvisor.views.blocks import Block, Branch, Heading, Item, Span, words
from certadvisor.views.screens.parts import listed
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases


def asked(questions: Iterable[Question], catalog: Catalog) -> tuple[Block, ...]:
    """The questions that would improve the answer; empty if none."""
    items = tuple(
        Item(words(check_words.question(question, catalog)), Span("?", "doubt"))
        for question in questions
    )
    return (Heading("Worth answering"), *items) if items else ()


def assumed(made: Iterable[Assumption], catalog: Catalog) -> tuple[Block, ...]:
    """The assumptions behind the answer; empty if none."""
    return listed("Assumed", (check_words.assumption(one, catalog) for one in made))


def tree(verdict: Verdict, catalog: Catalog, *, nearest: bool = False) -> Branch:
    """The verdict as a tree of marks. Where no option is met, the nearest one is marked."""
    point = isinstance(verdict.requirement, AnyOf) and verdict.outcome is not Outcome.MET
    text = words(phrases.requirement(verdict.requirement, catalog))
    numbers = phrases.measured(verdict)
    if numbers:
        text = words(*text, ": ", Span(numbers, phrases.OUTCOME_STYLES[verdict.outcome]))
    if nearest:
        text = words(*text, Span(" ← nearest way", "strong"))
    mark = Span(phrases.MARKS[verdict.outcome], phrases.OUTCOME_STYLES[verdict.outcome])
    alone = len(verdict.children) == 1  # no choice, so there is nothing to point out
    return Branch(
        text,
        mark,
        tuple(
            tree(child, catalog, nearest=point and not alone and index == verdict.nearest)
            for index, child in enumerate(verdict.children)
        ),
    )
