"""The screen of `recommend`: what is known, what to take next and why, and what comes later."""

from certadvisor.advice.recommend.recommendations import Dated, Later, Recommendation
from certadvisor.catalog.records import Catalog
from certadvisor.profile.model import Profile
from certadvisor.views.blocks import (
    Block,
    Gap,
    Heading,
    Item,
    Para,
    Screen,
    Span,
    Title,
    Words,
    facts,
    joined,
    words,
)
from certadvisor.views.documents.recommend import why_not
from certadvisor.views.reports import AdviceReport
from certadvisor.views.screens import judged, parts
from certadvisor.views.words import phrases
from certadvisor.views.words import reasons as reasons_words

_INDENT = 3


def build(report: AdviceReport) -> Screen:
    """The whole screen, best recommendation first."""
    advice, catalog = report.advice, report.frame.catalog
    blocks: list[Block] = [
        Title(words("Which certification next?"), advice.as_of.isoformat()),
        *_person(report),
    ]
    if report.why_not is not None:
        blocks += _why_not(report)
    if report.what_if is not None:  # imported here: few runs need it
        from certadvisor.views.screens import what_if

        blocks += what_if.moved(report.what_if, catalog)
    for remark in advice.remarks:
        blocks += [Gap(), Para(words(Span(reasons_words.argument(remark, catalog), "strong")))]
    soon = {dated.certification: dated for dated in advice.dates if dated.soon}
    for one in advice.recommendations:
        ends = soon.get(one.certification.id)
        blocks += [Gap(), *_recommended(one, ends, catalog)]
    later = (_later(one, catalog) for one in advice.later)
    return (
        *blocks,
        *parts.listed("Later", later),
        *judged.asked(advice.questions, catalog),
        *judged.assumed(advice.assumptions, catalog),
        *parts.foot(report.frame),
    )


def _person(report: AdviceReport) -> tuple[Block, ...]:
    profile, catalog = report.profile, report.frame.catalog
    goal = profile.goal
    wishes = [
        phrases.role_title(report.advice.target_role, catalog),
        phrases.money(goal.budget) if goal.budget else "",
        f"within {phrases.amount(goal.within.amount, goal.within.unit)}" if goal.within else "",
        f"{phrases.number(goal.hours_per_week)} hours a week" if goal.hours_per_week else "",
        goal.prefers or "",
        *(phrases.readable(interest) for interest in goal.interests),
    ]
    known = joined(words(part) for part in known_parts(profile, catalog))
    return (
        facts(
            ("Known", known or "nothing yet"),
            ("Goal", joined(words(wish) for wish in wishes if wish)),
        ),
    )


def known_parts(profile: Profile, catalog: Catalog) -> list[str]:
    """What is known about a person, a few words for each list that the profile gives."""
    told = [profile.country or ""]
    if profile.education is not None:
        names = [phrases.DEGREE_NAMES[entry.degree] for entry in profile.education]
        told += [phrases.several(dict.fromkeys(names)) or phrases.DEGREE_NAMES["none"]]
    if profile.work is not None:
        told.append(_work(profile, catalog))
    if profile.training is not None:
        hours = sum(record.hours or 0 for record in profile.training)
        told.append(f"{phrases.amount(hours, 'hour')} of training" if hours else "no training")
    if profile.certifications is not None:
        held = (phrases.certification_name(one.id, catalog) for one in profile.certifications)
        told.append(phrases.several(held) or "no certification")
    if profile.memberships:
        members = (phrases.issuer_name(id, catalog) for id in profile.memberships)
        told.append(f"member of {phrases.several(members)}")
    return [part for part in told if part]


def _work(profile: Profile, catalog: Catalog) -> str:
    work = profile.work or ()
    if not work:
        return "no work"
    titles = [entry.title for entry in work if entry.title]
    if titles:
        more = len(work) - 1
        return titles[-1] + (f" and {phrases.amount(more, 'job')} more" if more else "")
    kinds = dict.fromkeys(kind for entry in work for kind in sorted(entry.kinds or ()))
    implied = {also for kind in kinds for also in catalog.kinds[kind].implies}
    names = [phrases.kind_name(kind, catalog) for kind in kinds if kind not in implied]
    return phrases.several(names) if names else phrases.amount(len(work), "job")


def _recommended(one: Recommendation, ends: Dated | None, catalog: Catalog) -> tuple[Block, ...]:
    certification = one.certification
    name = words(Span(certification.abbreviation, "strong"))
    if certification.name != certification.abbreviation:
        name = words(*name, " · ", certification.name)
    reach, style = reasons_words.reach(one)
    mark = Span(f"{one.rank}.", "strong")
    cost, id = reasons_words.cost(one.cost), Span(certification.id, "dim")
    line = joined([words(Span(reach, style)), words(cost), words(id)])
    steps = phrases.missing_all(one.missing, catalog)
    equals = reasons_words.differences(one)
    lines = [
        *(_line("+", "good", reasons_words.argument(reason, catalog)) for reason in one.reasons),
        *([_line("-", "bad", reasons_words.argument(one.against, catalog))] if one.against else []),
        *([_line("!", "doubt", _ending(ends, catalog))] if ends else []),
        *([_line(">", "doubt", f"Still to do: {steps}.")] if steps else []),
        *([_line("=", "dim", f"Either will do: {equals}.")] if equals else []),
    ]
    return (Item(name, mark), Item(line, Span(" "), _INDENT - 2), *lines, _score(one))


def _ending(dated: Dated, catalog: Catalog) -> str:
    from certadvisor.views.words.dates import until

    cause = dated.until_cause
    assert cause  # noqa: S101  a date marked `soon` has its cause
    return f"No longer from {cause.on.isoformat()} on: {until(cause, catalog)}."


def _score(one: Recommendation) -> Item:
    """The score and its factors. A factor without data is missing from the list."""
    made = (
        f"{factor.name.replace('_', ' ')} {factor.value:.2f}\u00d7{phrases.number(factor.weight)}"
        for factor in one.factors
    )
    return _line(" ", "dim", f"score {one.score:.2f}: {', '.join(made)}")


def _line(mark: str, style: str, text: str) -> Item:
    return Item(words(Span(text, "dim" if style == "dim" else "")), Span(mark, style), _INDENT)


def _later(one: Later, catalog: Catalog) -> Words:
    name = words(Span(one.certification.abbreviation, "strong"), f" ({one.certification.id})")
    if one.eligible_from:
        name = words(*name, f" from {one.eligible_from.isoformat()}")
    missing = phrases.missing_all(one.missing, catalog)
    return words(*name, f": {missing}" if missing else "")


def _why_not(report: AdviceReport) -> tuple[Block, ...]:
    catalog = report.frame.catalog
    found = why_not(report)
    name = phrases.certification_name(found["certification"], catalog)
    if found["rank"]:
        lines = [f"{name} is recommendation {found['rank']} below."]
    else:
        lines = found["reasons"] or ["No reason was found."]
    return (Heading(f"Why not {name}?"), *(Item(words(line)) for line in lines))
