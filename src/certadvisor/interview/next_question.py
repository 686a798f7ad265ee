"""Choosing the next question: the one that settles most, if an answer changes the top five.

The open questions of the rules come first, ordered by how much they settle,
with the highest weight on the top ranks. A question about experience is
preceded by questions about jobs without a start date or a known kind of work.
Questions that no rule raises (country, budget …) follow. Each question is
tried with a few typical answers: if none of them changes the top five
recommendations, it is not asked.
"""

from collections.abc import Iterator
from datetime import date

from certadvisor.advice.recommend.ranking import RankedCandidates, rank_for_interview
from certadvisor.advice.recommend.recommendations import Recommendation
from certadvisor.base.scalars import ValueParseError
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import COMPLEXITIES
from certadvisor.interview.answers import apply_answer
from certadvisor.interview.state import InterviewState, Prompt, profile_of
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching.job_titles import kinds_of_title, starting_point_of_title
from certadvisor.profile.matching.lookup import starting_role
from certadvisor.profile.model import Profile, WorkPeriod
from certadvisor.profile.present_role import present_role, present_starting_point

TOP_COUNT = 5  # recommendations at the top that an answer must change
OPENING_TOPICS = ("title", "goal")  # asked first: without them there is nothing to rank
MAX_OPENING_QUESTIONS = 6  # questions before the first recommendations, at most
_AMOUNTS = ("hours", "person_days", "projects", "complexity", "responsibility")

# Typical answers to try: mostly the two extremes.
_SAMPLES = {
    "since": ("6m", "4y", "12y"),
    "experience": ("none", "4y"),
    "hours": ("none", "9000"),
    "person_days": ("none", "900"),
    "projects": ("none", "6"),
    "complexity": (COMPLEXITIES[0], COMPLEXITIES[-1]),
    "education": ("none", "secondary", "bachelor", "master"),
    "certifications": ("none", "CAPM", "PMP", "CSM"),
    "training": ("none", "60h"),
    "country": ("US", "GB", "DE", "IN"),
    "budget": ("300 USD", "1500 USD"),
    "prefers": ("predictive", "agile"),
}


def next_prompt(state: InterviewState, catalog: Catalog, today: date) -> Prompt | None:
    """The question that settles most of the top five; None where no answer would change them."""
    for topic in OPENING_TOPICS:
        prompt = Prompt(topic)
        if not _was_asked(state, prompt):
            return _suggest_roles(prompt, state, catalog, today) if topic == "goal" else prompt
    current = _rank(state, catalog, today)
    for prompt in _candidate_prompts(current, state, catalog, today):
        if not _was_asked(state, prompt) and _changes_top(state, prompt, current, catalog, today):
            return prompt
    # Nothing new to ask: offer skipped questions again, and only those.
    if state.postponed:
        retry_state = state._replace(postponed=())
        retry = next_prompt(retry_state, catalog, today)
        return retry if retry and retry.key in state.postponed else None
    return None


def _rank(state: InterviewState, catalog: Catalog, today: date) -> RankedCandidates:
    return rank_for_interview(Evidence(profile_of(state, catalog, today), catalog, today))


def _was_asked(state: InterviewState, prompt: Prompt) -> bool:
    return prompt.key in (*state.answered, *state.unknown, *state.postponed)


def _candidate_prompts(
    current: RankedCandidates, state: InterviewState, catalog: Catalog, today: date
) -> Iterator[Prompt]:
    """Every question that could be asked now, the most decisive first; some may repeat."""
    profile = profile_of(state, catalog, today)
    # Whoever comes from outside the ladder may have led projects already: nothing settles more.
    yield from _kinds_prompts(profile, catalog)
    for question in current.questions:
        if question.topic in ("experience", "title", "breaks", *_AMOUNTS):
            yield from _job_prompts(profile, catalog)
        if question.topic not in ("issuer", "disputed", "title"):
            yield Prompt(
                question.topic,
                question.subject,
                question.text,
                _default_answer(question.topic),
                question.section,
                question.answers,
            )
    yield from _job_prompts(profile, catalog)
    for topic, value in (
        ("education", profile.education),
        ("certifications", profile.certifications),
        ("country", profile.country),
        ("budget", profile.goal.budget),
        ("prefers", profile.goal.prefers),
    ):
        if value is None:
            yield Prompt(topic, default=_default_answer(topic))


def _job_prompts(profile: Profile, catalog: Catalog) -> Iterator[Prompt]:
    """What is not known about the jobs given, and whether there were others."""
    yield from _kinds_prompts(profile, catalog)
    for job in profile.work or ():
        if job.title and job.start is None and job.months is None:
            yield Prompt("since", job.title)
    if profile.work is not None:
        yield Prompt("earlier", default="none")


def _kinds_prompts(profile: Profile, catalog: Catalog) -> Iterator[Prompt]:
    for job in profile.work or ():
        if job.title and _may_hide_kinds(job, catalog):
            yield Prompt("kinds", job.title)


def _may_hide_kinds(job: WorkPeriod, catalog: Catalog) -> bool:
    """Whether the person may have done more than the title says, as a developer who leads."""
    if starting_point_of_title(job.title or "", catalog):
        return True
    return job.kinds is None and kinds_of_title(job.title or "", catalog) is None


def _default_answer(topic: str) -> str | None:
    return "none" if topic in ("certifications", "breaks") else None


def _changes_top(
    state: InterviewState, prompt: Prompt, current: RankedCandidates, catalog: Catalog, today: date
) -> bool:
    """Whether any of the typical answers changes the top five."""
    top_before = [_rank_key(one) for one in current.ranked[:TOP_COUNT]]
    for sample in _sample_answers(prompt, catalog, today):
        try:
            answered = apply_answer(state, prompt, sample, catalog, today)
            if prompt.topic == "kinds" and _lacks_months(state, prompt, catalog, today):
                # Neither the kinds nor the months change much alone: try them together.
                since = Prompt("since", prompt.subject)
                answered = apply_answer(answered, since, _SAMPLES["since"][1], catalog, today)
            after = _rank(answered, catalog, today)
        except ValueParseError:
            continue  # a small catalogue may lack the name in the sample
        if [_rank_key(one) for one in after.ranked[:TOP_COUNT]] != top_before:
            return True
    return False


def _lacks_months(state: InterviewState, prompt: Prompt, catalog: Catalog, today: date) -> bool:
    jobs = profile_of(state, catalog, today).work or ()
    return any(
        job.title == prompt.subject and job.start is None and job.months is None for job in jobs
    )


def _rank_key(recommendation: Recommendation) -> tuple[str, str]:
    return recommendation.certification.id, recommendation.reach


def _sample_answers(prompt: Prompt, catalog: Catalog, today: date) -> tuple[str, ...]:
    if prompt.section:
        return prompt.answers or ("yes", "no")
    if prompt.topic == "earlier":
        year = today.year
        return "none", f"project manager, {year - 8} to {year - 3}"
    if prompt.topic == "kinds":
        return "none", "project-leading"
    if prompt.topic == "breaks":
        return "none", f"{today.year - 3}-01 to {today.year - 1}-12"
    if prompt.topic == "responsibility":
        return catalog.responsibilities[:1] + catalog.responsibilities[-1:]
    if prompt.topic == "expiry":
        return f"{today.year - 1}", f"{today.year + 1}"
    return _SAMPLES.get(prompt.topic, ())


def _suggest_roles(prompt: Prompt, state: InterviewState, catalog: Catalog, today: date) -> Prompt:
    """Propose the roles that usually follow the present job, on the ladder or outside it."""
    profile: Profile = profile_of(state, catalog, today)
    present = present_role(profile, catalog, today)
    if present is None and (start := present_starting_point(profile, catalog, today)):
        present = starting_role(start, catalog.raw_records("starting_points")[start])
    roles = present.next_roles if present else ()
    return prompt._replace(suggested=roles, default=roles[0] if roles else None)
