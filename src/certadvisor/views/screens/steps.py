"""The screen of `roles --steps`: the steps to a role as a checklist, and about the work."""

from collections.abc import Iterable
from typing import Any

from certadvisor.advice.career.checklist import Checklist, SkillProgress, StepCheck
from certadvisor.catalog.records import Catalog
from certadvisor.rules.judge import missing_in
from certadvisor.rules.outcome import Outcome
from certadvisor.views.blocks import (
    Block,
    Fragment,
    Heading,
    Item,
    Para,
    Screen,
    Title,
    facts,
    styled,
)
from certadvisor.views.reports import StepsReport
from certadvisor.views.sections import judgement, lists
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases


def screen(report: StepsReport) -> Screen:
    """The checklist, and the article's description of the work."""
    catalog, checklist = report.context.catalog, report.checklist
    count = phrases.amount(len(checklist.steps), "step")
    return (
        Title(styled(f"{count} to the role {checklist.role.title}"), checklist.role.id),
        *step_items(checklist, catalog, catalog.raw_records("steps")),
        *judgement.assumption_blocks(checklist.assumptions, catalog),
        *_about_the_work(catalog),
        *lists.footer(report.context),
    )


def section(checklist: Checklist, catalog: Catalog) -> tuple[Block, ...]:
    """The checklist as a section of another screen."""
    heading = Heading(f"The steps to the role {checklist.role.title}")
    return (heading, *step_items(checklist, catalog, {}))


def step_items(
    checklist: Checklist, catalog: Catalog, records: dict[str, dict[str, Any]]
) -> Iterable[Block]:
    """Each step with its mark; below it what is missing, and the note of its record."""
    for item in checklist.steps:
        mark = Fragment(phrases.MARKS[item.outcome], phrases.OUTCOME_STYLES[item.outcome])
        yourself = Fragment(" (yourself)", "dim") if item.self_reported else Fragment("")
        yield Item(styled(item.step.text, yourself), mark)
        for text in (_remaining(item, catalog), records.get(item.step.id, {}).get("note", "")):
            if text:
                yield Item(styled(Fragment(phrases.sentence(text), "dim")), indent=2)
    done = sum(one.outcome is Outcome.MET for one in checklist.steps)
    yield Para(styled(Fragment(f"{done} of {len(checklist.steps)} done.", "strong")))


def _remaining(item: StepCheck, catalog: Catalog) -> str:
    """What is missing for a step, or the question that settles it; empty if neither."""
    if item.skills:
        return _skills(item.skills, item.outcome, catalog)
    if item.question and item.outcome is Outcome.UNKNOWN:
        return check_words.question_text(item.question, catalog)
    if item.verdict and item.outcome is Outcome.UNMET:
        return f"missing: {phrases.missing_all(missing_in(item.verdict), catalog)}"
    return ""


def _skills(skills: SkillProgress, outcome: Outcome, catalog: Catalog) -> str:
    if outcome is Outcome.UNKNOWN:
        return "Which skills do you have? Tell them under `skills:`."
    missing = [
        phrases.skill_name(id, catalog)
        for id in skills.required.all
        if id not in skills.all_possessed
    ]
    count = skills.required.at_least - len(skills.some_possessed)
    if count > 0:
        options = (
            phrases.skill_name(id, catalog)
            for id in skills.required.some
            if id not in skills.some_possessed
        )
        missing.append(f"{count} of {phrases.join_names(options, 'or')}")
    return f"missing: {'; '.join(missing)}" if missing else ""


def _about_the_work(catalog: Catalog) -> tuple[Block, ...]:
    """The work of a technical project manager, as the catalogue describes it."""
    about = catalog.raw_records("about")["article"]
    if not about:
        return ()
    labels = (
        ("Phases", "phases"),
        ("Activities", "activities"),
        ("Tools", "tools"),
    )
    lists = (
        (label, ", ".join(record["name"] for record in catalog.raw_records(key).values()))
        for label, key in labels
    )
    average = about["average_pay"]
    pay = f"{phrases.number(average['amount'])} {average['currency']}, {average['country']}"
    return (
        Heading("What the work is"),
        Para(styled(about["definition"])),
        facts(
            *lists,
            ("Average pay", f"{pay} ({average['basis']})"),
            ("Certificates", about["entry_rule"]),
            ("Further up", about["executive_step"]),
            ("Source", f"{about['url']} ({about['published']})"),
        ),
    )
