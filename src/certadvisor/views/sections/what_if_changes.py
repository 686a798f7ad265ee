"""`--what-if`: the changes, the answer before and after them, and changes of rank."""

from collections.abc import Iterable
from typing import Annotated, TypedDict, assert_never

from certadvisor.advice.recommend.rank_changes import RankChange, RankChangeKind
from certadvisor.catalog.records import Catalog
from certadvisor.profile.what_if import WhatIfChange, WhatIfKind
from certadvisor.rules.verdict import Check, Verdict
from certadvisor.views.blocks import (
    Block,
    Fragment,
    Heading,
    Item,
    Para,
    StyledText,
    TableColumn,
    join,
    plain_text,
    styled,
    table,
)
from certadvisor.views.document_types import Allowed, AmountUnit, NonNegative, Share
from certadvisor.views.json_values import number
from certadvisor.views.reports import WhatIfAdvice, WhatIfCheck
from certadvisor.views.sections.rank_and_reach import Rank
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases
from certadvisor.views.words import reasons as reasons_words


class ChangeJson(TypedDict):
    """A change of the profile that was tried."""

    what: Annotated[
        str,
        Allowed(
            words=(
                "experience",
                "degree",
                "training",
                "course",
                "holds",
                "membership",
                "confirmed",
            )
        ),
    ]
    subject: str
    amount: NonNegative | None
    unit: AmountUnit | None
    accreditation: str | None
    field: str | None


class RankChangeJson(TypedDict):
    """The rank and the score of a certification before and after the changes."""

    certification: str
    change: Annotated[str, Allowed(words=tuple(RankChangeKind))]
    rank_before: Rank | None
    rank_after: Rank | None
    score_before: Share | None
    score_after: Share | None
    reason: str | None


_RANK_CHANGES = {  # mark, style of the mark, word
    RankChangeKind.NEW: ("+", "good", "new"),
    RankChangeKind.UP: ("^", "good", "up"),
    RankChangeKind.DOWN: ("v", "doubt", "down"),
    RankChangeKind.SAME: ("=", "dim", "unchanged"),
    RankChangeKind.REMOVED: ("-", "bad", "removed"),
}


def check_blocks(before: Check, what_if: WhatIfCheck, catalog: Catalog) -> tuple[Block, ...]:
    """Both answers side by side, then every requirement whose outcome or numbers differ."""
    after = what_if.check
    rows = [
        (styled(name), before_text, after_text)
        for name, before_text, after_text in (
            ("Answer", _answer(before), _answer(after)),
            ("From", _from(before), _from(after)),
            ("Until", _until(before), _until(after)),
            ("Missing", _missing(before, catalog), _missing(after, catalog)),
        )
        if plain_text(before_text) or plain_text(after_text)
    ]
    columns = (
        TableColumn(""),
        TableColumn("before", flexible=True),
        TableColumn("after", flexible=True),
    )
    return (
        Heading(f"What if: {changes_text(what_if.changes, catalog)}"),
        table(columns, rows),
        *_conditions(before, after, catalog),
    )


def rank_blocks(what_if: WhatIfAdvice, catalog: Catalog, *, scores: bool) -> tuple[Block, ...]:
    """Every certification recommended before or after, with its ranks, and its scores if asked."""
    lines = tuple(_rank_item(one, catalog, scores=scores) for one in what_if.rank_changes)
    nothing = Para(styled("Nothing is recommended, before or after."))
    return Heading(f"What if: {changes_text(what_if.changes, catalog)}"), *(lines or (nothing,))


def changes_text(changes: Iterable[WhatIfChange], catalog: Catalog) -> str:
    """The changes in one phrase."""
    return phrases.join_names(change_text(one, catalog) for one in changes)


def change_text(change: WhatIfChange, catalog: Catalog) -> str:
    """A what-if change in words."""
    number, _, unit = phrases.amount(change.amount or 0, change.unit or "").partition(" ")
    amount = f"{number} more {unit}"
    match change.kind:
        case WhatIfKind.EXPERIENCE:
            return f"{amount} of {phrases.kind_name(change.subject, catalog)}"
        case WhatIfKind.TRAINING:
            return f"{amount} of training in {phrases.readable(change.subject)}"
        case WhatIfKind.DEGREE:
            accreditation, field = change.detail
            accreditation_text = f", accredited by {accreditation}" if accreditation else ""
            field_text = f", in {field}" if field else ""
            return f"{phrases.DEGREE_NAMES[change.subject]}{accreditation_text}{field_text}"
        case WhatIfKind.COURSE:
            return phrases.course_name(change.subject, catalog)
        case WhatIfKind.HOLDS:
            return f"holding {phrases.certification_name(change.subject, catalog)}"
        case WhatIfKind.MEMBERSHIP:
            return f"membership of {phrases.issuer_name(change.subject, catalog)}"
        case WhatIfKind.CONFIRMED:
            return f"“{phrases.readable(change.subject)}” confirmed"
        case _:
            assert_never(change.kind)


def _answer(check: Check) -> StyledText:
    word, style = check_words.verdict_word(check)
    return styled(Fragment(word, style))


def _from(check: Check) -> StyledText:
    return styled(check.eligible_from.isoformat() if check.eligible_from else "")


def _until(check: Check) -> StyledText:
    return styled(check.eligible_until.isoformat() if check.eligible_until else "")


def _missing(check: Check, catalog: Catalog) -> StyledText:
    return styled(phrases.missing_all(check.missing, catalog))


def _conditions(before: Check, after: Check, catalog: Catalog) -> tuple[Block, ...]:
    pairs = dict.fromkeys(
        pair
        for old, new in (
            (before.verdict, after.verdict),
            (before.award_verdict, after.award_verdict),
        )
        if old and new
        for pair in _changed_leaves(old, new)
    )
    items = []
    for old, new in pairs:
        mark = Fragment(phrases.MARKS[new.outcome], phrases.OUTCOME_STYLES[new.outcome])
        text = phrases.requirement(new.requirement, catalog)
        was, now = phrases.progress(old), phrases.progress(new)
        numbers = f": {was}, then {now}" if was and now and was != now else ""
        items.append(Item(styled(text, numbers), mark))
    return (Heading("Conditions that change"), *items) if items else ()


def _changed_leaves(old: Verdict, new: Verdict) -> Iterable[tuple[Verdict, Verdict]]:
    """The leaves of a rule whose outcome or number differs between the two verdicts."""
    if old.children:
        for first, second in zip(old.children, new.children, strict=True):
            yield from _changed_leaves(first, second)
    elif (old.outcome, old.have) != (new.outcome, new.have):
        yield old, new


def _rank_item(rank_change: RankChange, catalog: Catalog, *, scores: bool) -> Item:
    mark, style, word = _RANK_CHANGES[rank_change.change]
    name = Fragment(phrases.certification_name(rank_change.certification, catalog), "strong")
    score = _before_and_after(
        "score ", _score(rank_change.score_before), _score(rank_change.score_after)
    )
    facts = join(
        [
            styled(name),
            styled(Fragment(word, style)),
            styled(_before_and_after("#", rank_change.rank_before, rank_change.rank_after)),
            styled(score if scores else ""),
        ]
    )
    reason = (
        f": {reasons_words.reason_text(rank_change.reason, catalog)}" if rank_change.reason else ""
    )
    return Item(styled(*facts, reason), Fragment(mark, style))


def _score(score: float | None) -> str | None:
    return None if score is None else f"{score:.2f}"


def _before_and_after(name: str, before: object, after: object) -> str:
    if before is None or after is None or before == after:
        return f"{name}{after if before is None else before}"
    return f"{name}{before}, then {name.strip() if name == '#' else ''}{after}"


def change_json(change: WhatIfChange) -> ChangeJson:
    """A change, as data."""
    accreditation, field = change.detail
    return {
        "what": change.kind,
        "subject": change.subject,
        "amount": number(change.amount),
        "unit": change.unit,
        "accreditation": accreditation,
        "field": field,
    }


def rank_change_json(rank_change: RankChange, catalog: Catalog) -> RankChangeJson:
    """A change of rank, as data."""
    reason = rank_change.reason
    return {
        "certification": rank_change.certification,
        "change": rank_change.change,
        "rank_before": rank_change.rank_before,
        "rank_after": rank_change.rank_after,
        "score_before": _rounded(rank_change.score_before),
        "score_after": _rounded(rank_change.score_after),
        "reason": reasons_words.reason_text(reason, catalog) if reason else None,
    }


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
