"""The texts of the interview on a screen: whole words, explained choices, spelled-out names."""

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.interview.state import Prompt
from certadvisor.profile.model import Section
from certadvisor.views.blocks import plain_text
from certadvisor.views.sections.prompts import prompt_screen
from certadvisor.views.text.layout import lay_out
from certadvisor.views.words.interview import prompt_text

PROMPTS = (
    Prompt("title"),
    Prompt("goal", default="scrum-master", suggested=("scrum-master", "product-owner")),
    Prompt("since", "software developer"),
    Prompt("kinds", "software developer"),
    Prompt("kinds", "chief wizard of the department for things that nobody else looks after"),
    Prompt("earlier", default="none"),
    Prompt("education"),
    Prompt("prefers"),
    Prompt("experience", "project-leading"),
    Prompt("course", "csm-course", section=Section.COURSES),
    Prompt("membership", "pmi", section=Section.MEMBERSHIPS),
    Prompt("expiry", "prince2-7-practitioner"),
)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: f"{prompt.topic}-{prompt.subject}")
def test_lines_end_at_words(prompt: Prompt, width: int, catalog: Catalog) -> None:
    """No line is wider than the screen, and the lines together have the words of the text."""
    text = prompt_text(prompt, catalog)
    screen = prompt_screen(text, "the number", numbered=True)
    lines = [plain_text(line) for line in lay_out(screen, width)]
    assert max(map(len, lines)) <= width
    choices = [
        word
        for number, choice in enumerate(text.choices, start=1)
        for word in (str(number), *choice.text.split())
    ]
    hint = f"(the number · {text.hint})" if text.hint else "(the number)"
    assert " ".join(lines).split() == [*text.question.split(), *choices, *hint.split()]


def test_every_kind_of_work_is_explained_in_one_line(catalog: Catalog) -> None:
    """Of the built-in catalogue; a catalogue of one's own need not explain its kinds."""
    for kind in catalog.kinds.values():
        assert kind.description, kind.id
        assert len(kind.description) <= 64, kind.id
        assert kind.description[0].islower(), kind.id


def test_the_methods_are_explained(catalog: Catalog) -> None:
    """Traditional is waterfall, and mixed is both."""
    texts = {choice.answer: choice.text for choice in prompt_text(PROMPTS[7], catalog).choices}
    assert set(texts) == {"agile", "predictive", "hybrid", "none"}
    assert "(waterfall)" in texts["predictive"]
    assert "agile teams inside" in texts["hybrid"]


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        (PROMPTS[9], "the course for the CSM (Certified ScrumMaster)?"),
        (PROMPTS[11], "your PRINCE2 Project Management Practitioner (Version 7) valid?"),
        (
            Prompt("expiry", "icp"),
            "your ICP, ICAgile Certified Professional (Agile Fundamentals)",
        ),
        (Prompt("expiry", "ku-ksd"), "your Kanban System Design (KMP I) valid?"),
    ],
)
def test_abbreviations_come_with_their_names(prompt: Prompt, words: str, catalog: Catalog) -> None:
    """A name that holds the abbreviation, or its words, stands alone."""
    assert words in prompt_text(prompt, catalog).question


def test_the_questions_count_up_to_the_first_recommendations(catalog: Catalog) -> None:
    """After them no limit is named."""
    numbers = [prompt_text(PROMPTS[0], catalog, asked).question.split(":")[0] for asked in (2, 6)]
    assert numbers == ["Question 3 of at most 6", "Question 7"]


def test_the_usual_next_roles_come_first(catalog: Catalog) -> None:
    """All the others follow, each once."""
    choices = prompt_text(PROMPTS[1], catalog).choices
    assert [choice.answer for choice in choices[:2]] == ["scrum-master", "product-owner"]
    assert sorted(choice.answer for choice in choices) == sorted([*catalog.roles, "none"])
