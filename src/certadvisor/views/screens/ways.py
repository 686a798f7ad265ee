"""The screen of `roles --from`: career paths, and what each promotion changes."""

from collections.abc import Callable, Iterable, Iterator

from certadvisor.advice.career.career_paths import (
    MAX_PATHS,
    Promotion,
    RoleExpectation,
    RoleExperience,
)
from certadvisor.advice.career.pay import PayChange
from certadvisor.catalog.records import Catalog, Role
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Verdict
from certadvisor.views.blocks import (
    Block,
    Fact,
    FactList,
    Fragment,
    Heading,
    Item,
    Para,
    Screen,
    StyledText,
    Title,
    join,
    styled,
)
from certadvisor.views.reports import WaysReport
from certadvisor.views.sections import judgement, lists
from certadvisor.views.sections.role_checklist import checklist_section
from certadvisor.views.words import phrases
from certadvisor.views.words.roles import experience_text, host_name

_Namer = Callable[[str, Catalog], str]
_OUTCOME_ORDER = (Outcome.UNMET, Outcome.UNKNOWN, Outcome.MET)
_STEP = " \u203a "  # a single right-pointing angle quotation mark


def screen(report: WaysReport) -> Screen:
    """The career paths, each promotion, then the checklist of the role they lead to."""
    paths, catalog = report.career_paths, report.context.catalog
    assumptions = (*paths.assumptions, *(report.checklist.assumptions if report.checklist else ()))
    target = f" to {paths.target.title}" if paths.target else ""
    title_note = f"“{report.title}” is taken as {paths.start.title}." if report.title else ""
    return (
        Title(styled(f"The way up from {paths.start.title}{target}"), paths.start.id),
        *((Para(styled(Fragment(title_note, "doubt"))),) if title_note else ()),
        *_paths(report),
        *(block for promotion in paths.promotions for block in _promotion(promotion, report)),
        *(checklist_section(report.checklist, catalog) if report.checklist else ()),
        *judgement.assumption_blocks(dict.fromkeys(assumptions), catalog),
        *lists.footer(report.context),
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
            onward = styled(Fragment(f"on to {_STEP.join(role.title for role in path[2:])}", "dim"))
            next_role = styled(Fragment(path[1].title, "strong"))
            yield Item(join([next_role, onward if path[2:] else ()], ", "), mark)
    if paths.path_count > MAX_PATHS and paths.target:
        yield Para(styled(f"{paths.path_count - MAX_PATHS} more ways are as short."))


def _route(roles: Iterable[Role]) -> StyledText:
    return styled(Fragment(_STEP.join(role.title for role in roles), "strong"))


def _promotion(promotion: Promotion, report: WaysReport) -> tuple[Block, ...]:
    country_note = f" ({report.country} first)" if promotion.local and report.country else ""
    rows = (
        ("Level", styled(_levels(promotion))),
        *(
            ("Pay" if index == 0 else "", _pay(change))
            for index, change in enumerate(promotion.pay)
        ),
        ("" if promotion.pay else "Pay", styled("" if promotion.pay else _NO_PAY)),
        ("Asks before", _experience(promotion.experience, report)),
        ("Degree", _degree(promotion.degree, report)),
        ("New skills", _names(promotion.skills, report, phrases.skill_name)),
        ("Preferred", _certifications(promotion.preferred, report, country_note)),
        (
            "Helpful",
            _certifications(promotion.helpful, report, "" if promotion.preferred else country_note),
        ),
    )
    facts = tuple(
        Fact(label, text) for label, text in rows if any(fragment.text for fragment in text)
    )
    return Heading(f"{promotion.before.title}{_STEP}{promotion.role.title}"), FactList(facts)


_NO_PAY = "no source gives both in one place"


def _levels(promotion: Promotion) -> str:
    before, after = (
        phrases.LEVEL_NAMES[role.level].lower() for role in (promotion.before, promotion.role)
    )
    return after if before == after else f"{before}{_STEP}{after}"


def _pay(change: PayChange) -> StyledText:
    before, after = (
        " to ".join(phrases.number(value) for value in figures)
        for figures in (change.before, change.after)
    )
    country_and_year = f"{change.country} {change.year}" if change.year else change.country
    source = "the article, whole levels" if change.article else change.via or host_name(change.url)
    text = f"{before}{_STEP}{after} {change.currency}"
    return styled(
        text,
        Fragment(f" ({', '.join(part for part in (country_and_year, source) if part)})", "dim"),
    )


def _experience(experience: RoleExperience | None, report: WaysReport) -> StyledText:
    if experience is None:
        return ()
    record = {key: value for key, value in experience._asdict().items() if value is not None}
    record.pop("verdict", None)
    text = styled(experience_text(record, report.context.catalog))
    if not (report.has_profile and experience.verdict):
        return text
    months = experience.verdict.have
    have_text = "not told" if months is None else f"you have {phrases.number(months)}"
    return styled(
        *_with_mark(experience.verdict.outcome, text), ": ", Fragment(have_text, "strong")
    )


def _degree(verdict: Verdict | None, report: WaysReport) -> StyledText:
    if verdict is None:
        return ()
    text = styled(phrases.DEGREE_NAMES[verdict.requirement.degree])  # type: ignore[union-attr]  # the leaf is a degree
    return _with_mark(verdict.outcome, text) if report.has_profile else text


def _certifications(
    certifications: tuple[RoleExpectation, ...], report: WaysReport, country_note: str
) -> StyledText:
    """The new certifications first, then those that the previous role has too."""
    new = _names((one for one in certifications if one.new), report, phrases.certification_name)
    previous = _names(
        (one for one in certifications if not one.new), report, phrases.certification_name
    )
    if not previous:
        return styled(*new, Fragment(country_note, "dim")) if new else ()
    separator = styled(Fragment("; as before: " if new else "as before: ", "dim"))
    return styled(*new, *separator, *previous, Fragment(country_note, "dim"))


def _names(items: Iterable[RoleExpectation], report: WaysReport, name_of: _Namer) -> StyledText:
    """Names in a row. With a profile they are grouped by outcome, unmet first, one mark a group."""
    catalog = report.context.catalog
    outcome_names = [(one.outcome, name_of(one.id, catalog)) for one in items]
    if not report.has_profile:
        return join((styled(text) for _, text in outcome_names), ", ")
    groups = (
        (
            group_outcome,
            ", ".join(text for outcome, text in outcome_names if outcome is group_outcome),
        )
        for group_outcome in _OUTCOME_ORDER
    )
    return join(
        (_with_mark(group_outcome, styled(text)) for group_outcome, text in groups if text), "; "
    )


def _with_mark(outcome: Outcome, text: StyledText) -> StyledText:
    """Text after the mark of an outcome."""
    mark = Fragment(f"{phrases.MARKS[outcome]} ", phrases.OUTCOME_STYLES[outcome])
    return styled(mark, *text)
