"""The screen of `roles --steps`: the steps to a role as a checklist, and about the work."""

from collections.abc import Iterable
from typing import Any

from certadvisor.advice.career.checklist import Checked, Checklist, SkillsHad
from certadvisor.catalog.records import Catalog
from certadvisor.rules.judge import missing_in
from certadvisor.rules.outcome import Outcome
from certadvisor.views.blocks import Block, Heading, Item, Para, Screen, Span, Title, facts, words
from certadvisor.views.reports import StepsReport
from certadvisor.views.screens import judged, parts
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases


def build(report: StepsReport) -> Screen:
    """The checklist, and the article's description of the work."""
    catalog, found = report.frame.catalog, report.steps
    count = phrases.amount(len(found.steps), "step")
    return (
        Title(words(f"{count} to the role {found.role.title}"), found.role.id),
        *items(found, catalog, catalog.pages("steps")),
        *judged.assumed(found.assumptions, catalog),
        *_about(catalog),
        *parts.foot(report.frame),
    )


def section(found: Checklist, catalog: Catalog) -> tuple[Block, ...]:
    """The checklist as a section of another screen."""
    heading = Heading(f"The steps to the role {found.role.title}")
    return (heading, *items(found, catalog, {}))


def items(found: Checklist, catalog: Catalog, pages: dict[str, dict[str, Any]]) -> Iterable[Block]:
    """Each step with its mark; below it what is missing, and the note of its record."""
    for one in found.steps:
        mark = Span(phrases.MARKS[one.outcome], phrases.OUTCOME_STYLES[one.outcome])
        yourself = Span(" (yourself)", "dim") if one.yourself else Span("")
        yield Item(words(one.step.text, yourself), mark)
        for line in (_open(one, catalog), pages.get(one.step.id, {}).get("note", "")):
            if line:
                yield Item(words(Span(phrases.sentence(line), "dim")), indent=2)
    done = sum(one.outcome is Outcome.MET for one in found.steps)
    yield Para(words(Span(f"{done} of {len(found.steps)} done.", "strong")))


def _open(one: Checked, catalog: Catalog) -> str:
    """What is missing for a step, or the question that settles it; empty if neither."""
    if one.skills:
        return _skills(one.skills, one.outcome, catalog)
    if one.question and one.outcome is Outcome.UNKNOWN:
        return check_words.question(one.question, catalog)
    if one.verdict and one.outcome is Outcome.UNMET:
        return f"missing: {phrases.missing_all(missing_in(one.verdict), catalog)}"
    return ""


def _skills(had: SkillsHad, outcome: Outcome, catalog: Catalog) -> str:
    if outcome is Outcome.UNKNOWN:
        return "Which skills do you have? Tell them under `skills:`."
    missing = [phrases.skill_name(id, catalog) for id in had.asked.all if id not in had.all_had]
    more = had.asked.at_least - len(had.some_had)
    if more > 0:
        left = (phrases.skill_name(id, catalog) for id in had.asked.some if id not in had.some_had)
        missing.append(f"{more} of {phrases.several(left, 'or')}")
    return f"missing: {'; '.join(missing)}" if missing else ""


def _about(catalog: Catalog) -> tuple[Block, ...]:
    """The work of a technical project manager, as the catalogue describes it."""
    about = catalog.pages("about")["article"]
    if not about:
        return ()
    named = (
        ("Phases", "phases"),
        ("Activities", "activities"),
        ("Tools", "tools"),
    )
    told = (
        (label, ", ".join(page["name"] for page in catalog.pages(key).values()))
        for label, key in named
    )
    average = about["average_pay"]
    pay = f"{phrases.number(average['amount'])} {average['currency']}, {average['country']}"
    return (
        Heading("What the work is"),
        Para(words(about["definition"])),
        facts(
            *told,
            ("Average pay", f"{pay} ({average['basis']})"),
            ("Certificates", about["entry_rule"]),
            ("Further up", about["executive_step"]),
            ("Source", f"{about['url']} ({about['published']})"),
        ),
    )
