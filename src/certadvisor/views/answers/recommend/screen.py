"""The screen of `recommend`: what is known, what to take next and why, and what comes later."""

from datetime import date

from certadvisor.advice.recommend.recommendations import (
    EligibilityDates,
    LaterCertification,
    Recommendation,
)
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import ids_named
from certadvisor.planner.conditional import Conditional
from certadvisor.profile.model import Credential, Profile
from certadvisor.rules.credential_status import CredentialState, credential_status
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    Fragment,
    Heading,
    Item,
    Para,
    Screen,
    StyledText,
    Title,
    facts,
    join,
    styled,
)
from certadvisor.views.reports import AdviceReport
from certadvisor.views.sections import conditional_section, judgement_blocks, lists
from certadvisor.views.words import phrases
from certadvisor.views.words import reasons as reasons_words
from certadvisor.views.words.check import question_text, unsettled_text

_INDENT = 3


def screen(report: AdviceReport) -> Screen:
    """The whole screen, best recommendation first."""
    advice, catalog = report.advice, report.context.catalog
    blocks: list[Block] = [
        Title(styled("Which certification next?"), advice.as_of.isoformat()),
        *_person(report),
    ]
    if report.why_not is not None:
        blocks += _why_not(report, report.why_not)
    if report.what_if is not None:  # imported here, as below: few runs need it
        from certadvisor.views.sections import what_if_changes

        blocks += what_if_changes.rank_blocks(report.what_if, catalog)
    for remark in advice.remarks:
        blocks += [
            BlankLine(),
            Para(styled(Fragment(reasons_words.reason_text(remark, catalog), "strong"))),
        ]
    ending_soon = {dates.certification: dates for dates in advice.dates if dates.soon}
    for recommendation in advice.recommendations:
        end_dates = ending_soon.get(recommendation.certification.id)
        blocks += [BlankLine(), *_recommendation(recommendation, end_dates, catalog)]
    later = [
        *(_later(one, catalog) for one in advice.later),
        *(_conditional(one, catalog) for one in advice.conditionals),
    ]
    return (
        *blocks,
        *lists.list_section("Later", later),
        *_first_steps(advice.conditionals, catalog),
        *judgement_blocks.question_blocks(advice.questions, catalog),
        *judgement_blocks.assumption_blocks(advice.assumptions, catalog),
        *lists.footer(report.context),
    )


def _person(report: AdviceReport) -> tuple[Block, ...]:
    profile, catalog = report.profile, report.context.catalog
    goal = profile.goal
    wishes = [
        phrases.role_title(report.advice.target_role, catalog),
        phrases.money(goal.budget) if goal.budget else "",
        f"within {phrases.amount(goal.within.amount, goal.within.unit)}" if goal.within else "",
        f"{phrases.number(goal.hours_per_week)} hours a week" if goal.hours_per_week else "",
        goal.prefers or "",
        *(phrases.readable(interest) for interest in goal.interests),
    ]
    known = join(styled(part) for part in known_parts(profile, catalog, report.advice.as_of))
    return (
        facts(
            ("Known", known or "nothing yet"),
            ("Goal", join(styled(wish) for wish in wishes if wish)),
        ),
    )


def known_parts(profile: Profile, catalog: Catalog, as_of: date) -> list[str]:
    """What is known about a person, a few words for each list that the profile gives."""
    items = [profile.country or ""]
    if profile.education is not None:
        names = [phrases.DEGREE_NAMES[entry.degree] for entry in profile.education]
        items += [phrases.join_names(dict.fromkeys(names)) or phrases.DEGREE_NAMES["none"]]
    if profile.work is not None:
        items.append(_work(profile, catalog))
    if profile.training is not None:
        hours = sum(record.hours or 0 for record in profile.training)
        items.append(f"{phrases.amount(hours, 'hour')} of training" if hours else "no training")
    if profile.certifications is not None:
        holdings = (_holding(one, catalog, as_of) for one in profile.certifications)
        items.append(phrases.join_names(holdings) or "no certification")
    if profile.memberships:
        members = (phrases.issuer_name(id, catalog) for id in profile.memberships)
        items.append(f"member of {phrases.join_names(members)}")
    return [part for part in items if part]


def _holding(credential: Credential, catalog: Catalog, as_of: date) -> str:
    """A credential, with its last day where it has lapsed."""
    name = phrases.certification_name(credential.id, catalog)
    status = credential_status(credential, catalog.certifications.get(credential.id), as_of)
    if status.state is not CredentialState.EXPIRED or status.last_day is None:
        return name
    return f"{name} (expired on {status.last_day.isoformat()})"


def _work(profile: Profile, catalog: Catalog) -> str:
    work = profile.work or ()
    if not work:
        return "no work"
    titles = [entry.title for entry in work if entry.title]
    if titles:
        more = len(work) - 1
        return titles[-1] + (f" and {phrases.amount(more, 'job')} more" if more else "")
    kinds = dict.fromkeys(kind for entry in work for kind in sorted(entry.kinds or ()))
    implied = {other for kind in kinds for other in catalog.kinds[kind].implies}
    names = [phrases.kind_name(kind, catalog) for kind in kinds if kind not in implied]
    return phrases.join_names(names) if names else phrases.amount(len(work), "job")


def _recommendation(
    recommendation: Recommendation, end_dates: EligibilityDates | None, catalog: Catalog
) -> tuple[Block, ...]:
    certification = recommendation.certification
    name = styled(Fragment(certification.abbreviation, "strong"))
    if certification.name != certification.abbreviation:
        name = styled(*name, " · ", certification.name)
    reach, style = reasons_words.reach_text(recommendation)
    mark = Fragment(f"{recommendation.rank}.", "strong")
    cost, id = _cost(recommendation), Fragment(certification.id, "dim")
    summary = join([styled(Fragment(reach, style)), styled(cost), styled(id)])
    steps = phrases.join_names(_steps(recommendation, catalog))
    way = reasons_words.way_text(recommendation)
    equivalents = reasons_words.equivalents_text(recommendation)
    lines = [
        *(
            _detail("+", "good", reasons_words.reason_text(reason, catalog))
            for reason in recommendation.reasons
        ),
        *(
            [_detail("-", "bad", reasons_words.reason_text(recommendation.drawback, catalog))]
            if recommendation.drawback
            else []
        ),
        *([_detail("!", "doubt", _ends_soon(end_dates, catalog))] if end_dates else []),
        *(_detail("!", "doubt", unsettled_text(change)) for change in recommendation.announced),
        *([_detail(">", "doubt", f"Still to do: {steps}.")] if steps else []),
        *(
            _detail("?", "doubt", question_text(question, catalog))
            for question in recommendation.answers
        ),
        *([_detail("=", "dim", f"Either will do: {equivalents}.")] if equivalents else []),
    ]
    return (
        Item(name, mark),
        Item(summary, Fragment(" "), _INDENT - 2),
        *([Item(styled(way), Fragment(" "), _INDENT - 2)] if way else []),
        *lines,
        _score(recommendation),
    )


def _cost(recommendation: Recommendation) -> str:
    """The price, or the fee that reinstates it."""
    fee = recommendation.way.fee
    if fee is None:
        return reasons_words.cost_text(recommendation.cost)
    return f"a fee of {reasons_words.total_text(fee)}"


def _steps(recommendation: Recommendation, catalog: Catalog) -> list[str]:
    """What is missing, and each course of the way that no entry rule names."""
    named = {
        id for shortfall in recommendation.missing for id in ids_named([shortfall.leaf], "course")
    }
    courses = (name for name in recommendation.way.courses if name not in named)
    return [
        *(phrases.missing(shortfall, catalog) for shortfall in recommendation.missing),
        *(phrases.course_name(name, catalog) for name in courses),
    ]


def _ends_soon(dates: EligibilityDates, catalog: Catalog) -> str:
    from certadvisor.views.words.dates import until

    cause = dates.until_cause
    assert cause  # noqa: S101  a date marked `soon` has its cause
    return f"No longer from {cause.on.isoformat()} on: {until(cause, catalog)}."


def _score(recommendation: Recommendation) -> Item:
    """The score and its factors. A factor without data is missing from the list."""
    factors = (
        f"{factor.name.replace('_', ' ')} {factor.value:.2f}\u00d7{phrases.number(factor.weight)}"
        for factor in recommendation.factors
    )
    return _detail(" ", "dim", f"score {recommendation.score:.2f}: {', '.join(factors)}")


def _detail(mark: str, style: str, text: str) -> Item:
    return Item(
        styled(Fragment(text, "dim" if style == "dim" else "")), Fragment(mark, style), _INDENT
    )


def _later(candidate: LaterCertification, catalog: Catalog) -> StyledText:
    name = styled(
        Fragment(candidate.certification.abbreviation, "strong"), f" ({candidate.certification.id})"
    )
    if candidate.way.ready_on:
        name = styled(*name, f" from {candidate.way.ready_on.isoformat()}")
    missing = phrases.missing_all(candidate.missing, catalog)
    return styled(*name, f": {missing}" if missing else "")


def _conditional(conditional: Conditional, catalog: Catalog) -> StyledText:
    missing = phrases.missing_all(conditional.missing, catalog)
    return conditional_section.conditional_item(conditional, catalog, f": {missing}")


def _first_steps(found: tuple[Conditional, ...], catalog: Catalog) -> tuple[Block, ...]:
    """How to get the work that is missing; the certificates are the list above."""
    if not found:  # most answers have none
        return ()
    return (
        *conditional_section.question_items(found, catalog),
        *conditional_section.first_steps("What to do first", found, catalog, certifications=False),
    )


def _why_not(report: AdviceReport, id: str) -> tuple[Block, ...]:
    from certadvisor.views.answers.recommend.document import why_not_json

    answer = why_not_json(report, id)
    name = phrases.certification_name(id, report.context.catalog)
    if answer["rank"]:
        lines = [f"{name} is recommendation {answer['rank']} below."]
    else:
        lines = answer["reasons"] or ["No reason was found."]
    return (Heading(f"Why not {name}?"), *(Item(styled(text)) for text in lines))
