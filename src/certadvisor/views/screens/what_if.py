"""Blocks of `--what-if`: the answer before and after the changes, and changes of rank."""

from collections.abc import Iterable

from certadvisor.advice.recommend.rank_changes import DOWN, GONE, NEW, UP, Move
from certadvisor.catalog.records import Catalog
from certadvisor.profile.what_if import Change
from certadvisor.rules.verdict import Check, Verdict
from certadvisor.views.blocks import (
    Block,
    Column,
    Heading,
    Item,
    Para,
    Span,
    Words,
    joined,
    plain,
    table,
    words,
)
from certadvisor.views.reports import Supposed, SupposedAdvice
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases
from certadvisor.views.words import reasons as reasons_words

_MOVES = {  # mark, style of the mark, word
    NEW: ("+", "good", "new"),
    UP: ("^", "good", "up"),
    DOWN: ("v", "doubt", "down"),
    GONE: ("-", "bad", "gone"),
}
_STAYS = ("=", "dim", "as before")


def supposed(before: Check, what_if: Supposed, catalog: Catalog) -> tuple[Block, ...]:
    """Both answers side by side, then every requirement whose outcome or numbers differ."""
    after = what_if.check
    rows = [
        (words(name), one, other)
        for name, one, other in (
            ("Answer", _answer(before), _answer(after)),
            ("From", _from(before), _from(after)),
            ("Until", _until(before), _until(after)),
            ("Missing", _missing(before, catalog), _missing(after, catalog)),
        )
        if plain(one) or plain(other)
    ]
    columns = (Column(""), Column("before", flexible=True), Column("after", flexible=True))
    return (
        Heading(f"What if: {changes(what_if.changes, catalog)}"),
        table(columns, rows),
        *_conditions(before, after, catalog),
    )


def moved(what_if: SupposedAdvice, catalog: Catalog) -> tuple[Block, ...]:
    """Every certification recommended before or after, with its ranks and scores."""
    lines = tuple(_line(move, catalog) for move in what_if.moves)
    nothing = Para(words("Nothing is recommended, before or after."))
    return Heading(f"What if: {changes(what_if.changes, catalog)}"), *(lines or (nothing,))


def changes(supposed: Iterable[Change], catalog: Catalog) -> str:
    """The changes in one phrase."""
    return phrases.several(change(one, catalog) for one in supposed)


def change(one: Change, catalog: Catalog) -> str:
    """A what-if change in words."""
    amount = phrases.amount(one.amount or 0, one.unit or "")
    if one.what == "experience":
        return f"{amount} more of {phrases.kind_name(one.subject, catalog)}"
    if one.what == "training":
        return f"{amount} more of training in {phrases.readable(one.subject)}"
    if one.what == "degree":
        accreditation, field = one.detail
        by = f", accredited by {accreditation}" if accreditation else ""
        return f"{phrases.DEGREE_NAMES[one.subject]}{by}{f', in {field}' if field else ''}"
    if one.what == "course":
        return phrases.course_name(one.subject, catalog)
    if one.what == "membership":
        return f"membership of {phrases.issuer_name(one.subject, catalog)}"
    if one.what == "confirmed":
        return f"“{phrases.readable(one.subject)}” confirmed"
    return f"{phrases.certification_name(one.subject, catalog)} held"


def _answer(check: Check) -> Words:
    word, style = check_words.verdict_word(check)
    return words(Span(word, style))


def _from(check: Check) -> Words:
    return words(check.eligible_from.isoformat() if check.eligible_from else "")


def _until(check: Check) -> Words:
    return words(check.eligible_until.isoformat() if check.eligible_until else "")


def _missing(check: Check, catalog: Catalog) -> Words:
    return words(phrases.missing_all(check.missing, catalog))


def _conditions(before: Check, after: Check, catalog: Catalog) -> tuple[Block, ...]:
    pairs = dict.fromkeys(
        pair
        for one, other in (
            (before.verdict, after.verdict),
            (before.award_verdict, after.award_verdict),
        )
        if one and other
        for pair in _changed(one, other)
    )
    items = []
    for one, other in pairs:
        mark = Span(phrases.MARKS[other.outcome], phrases.OUTCOME_STYLES[other.outcome])
        text = phrases.requirement(other.requirement, catalog)
        was, now = phrases.measured(one), phrases.measured(other)
        numbers = f": {was}, then {now}" if was and now and was != now else ""
        items.append(Item(words(text, numbers), mark))
    return (Heading("Conditions that change"), *items) if items else ()


def _changed(one: Verdict, other: Verdict) -> Iterable[tuple[Verdict, Verdict]]:
    """The leaves of a rule whose outcome or number differs between the two verdicts."""
    if one.children:
        for first, second in zip(one.children, other.children, strict=True):
            yield from _changed(first, second)
    elif (one.outcome, one.have) != (other.outcome, other.have):
        yield one, other


def _line(move: Move, catalog: Catalog) -> Item:
    mark, style, word = _MOVES.get(move.change, _STAYS)
    name = Span(phrases.certification_name(move.certification, catalog), "strong")
    facts = joined(
        [
            words(name, f" ({move.certification})"),
            words(Span(word, style)),
            words(_pair("place", move.rank_before, move.rank_after)),
            words(_pair("score", _score(move.score_before), _score(move.score_after))),
        ]
    )
    why = f": {reasons_words.argument(move.reason, catalog)}" if move.reason else ""
    return Item(words(*facts, why), Span(mark, style))


def _score(score: float | None) -> str | None:
    return None if score is None else f"{score:.2f}"


def _pair(name: str, one: object, other: object) -> str:
    if one is None or other is None or one == other:
        return f"{name} {other if one is None else one}"
    return f"{name} {one}, then {other}"
