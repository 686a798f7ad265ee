"""Texts: every reason, question and assumption of the engine has its sentence."""

import re
from pathlib import Path

import pytest

import certadvisor
from certadvisor.advice.recommend.recommendations import GateKind, Reachability
from certadvisor.catalog.records import Catalog, Money
from certadvisor.catalog.requirement import Experience, Holds, Leaf, Training
from certadvisor.planner.buyer_prices import Cost
from certadvisor.rules.reason import Reason
from certadvisor.rules.verdict import Assumption, Question, Shortfall
from certadvisor.views.blocks import Fragment, facts, plain_text, styled
from certadvisor.views.reports import Terminal
from certadvisor.views.text.wrap import display_width, wrap
from certadvisor.views.words import check as check_words
from certadvisor.views.words import leaves, phrases, prices
from certadvisor.views.words import reasons as reasons_words
from certadvisor.views.writers.terminal import render_screen

LEADING = Experience("project-leading", months=36)
SOURCE = Path(certadvisor.__file__).parent


def keys_in_source(folder: str, pattern: str) -> set[str]:
    """The keys in the engine's source files that match the regular expression `pattern`."""
    text = "".join(file.read_text("utf-8") for file in (SOURCE / folder).rglob("*.py"))
    keys = set(re.findall(pattern, text))
    assert keys, f"no file in {folder} matches {pattern}"
    return keys


def test_every_reason_has_its_sentence() -> None:
    """A reason without a sentence would be shown as its bare key."""
    literal_keys = keys_in_source("advice", r'Reason\(\s*"([a-z_-]+)"')
    alternative_keys = keys_in_source("advice", r'Reason\("[a-z-]+" if [^)]* else "([a-z-]+)"')
    state_keys = {*Reachability, GateKind.UNCLEAR, GateKind.NOT_OBTAINABLE}
    sentences = {*reasons_words.REASONS, *reasons_words.COMPOSED}
    assert literal_keys | alternative_keys | state_keys <= sentences


def test_every_question_and_assumption_has_its_sentence() -> None:
    """Every topic that the rules use has a text."""
    assert keys_in_source("rules", r'Question\(\s*"([a-z_-]+)"') <= set(leaves.QUESTIONS)
    assert keys_in_source("rules", r'Assumption\(\s*"([a-z_-]+)"') <= set(check_words.ASSUMPTIONS)


@pytest.mark.parametrize("topic", leaves.QUESTIONS)
def test_a_question_is_a_whole_sentence(topic: str, small: Catalog) -> None:
    """No placeholder is left open."""
    text = check_words.question_text(Question(topic, "agile", "pmp", 1, "That is so."), small)
    assert "{" not in text
    assert text.endswith((".", "?"))


@pytest.mark.parametrize("topic", check_words.ASSUMPTIONS)
def test_an_assumption_is_a_whole_sentence(topic: str, small: Catalog) -> None:
    """No placeholder is left open."""
    text = check_words.assumption_text(Assumption(topic, "agile", 3), small)
    assert "{" not in text
    assert text.endswith(".")


def test_a_reason_without_a_sentence_is_shown_by_its_key(small: Catalog) -> None:
    """Its key and values make up the sentence."""
    reason = Reason("brand-new", {"share": 0.5})
    assert reasons_words.reason_text(reason, small) == "Brand new: share 0.5."


def test_a_reason_falls_back_to_a_form_without_the_unknown_value(small: Catalog) -> None:
    """The first template whose values are all known is used."""
    assert reasons_words.reason_text(Reason("held", {"until": None}), small) == "You hold it."


@pytest.mark.parametrize(
    ("shortfall", "text"),
    [
        (Shortfall(LEADING, 1, "month"), "1 month of leading projects"),
        (Shortfall(Experience("six-sigma", projects=2), 2, "project"), "2 projects (Six Sigma)"),
        (Shortfall(Training("risk", 35), 5, "hour"), "5 hours of training in risk"),
        (Shortfall(Holds(("csm", "psm-i")), 1, "certification"), "CSM or PSM I"),
        (Shortfall(Holds(("csm",)), 1, "certification"), "CSM"),
    ],
)
def test_a_shortfall_is_a_number_with_its_unit(
    shortfall: Shortfall, text: str, small: Catalog
) -> None:
    """In the singular or plural, with the name of what is missing."""
    assert phrases.missing(shortfall, small) == text


@pytest.mark.parametrize(
    ("cost", "text"),
    [
        (Cost(None, None, None, None), "price not known"),
        (Cost(Money(675, "USD"), Money(675, "USD"), "US", None), "675 USD (US)"),
        (Cost(None, Money(300, "EUR"), None, None), "at least 300 EUR; the rest is not known"),
        (
            Cost(Money(1200, "USD"), None, None, None, 800, converted=Money(1100, "EUR")),
            "1,200 USD, 800 of it the course, about 1,100 EUR",
        ),
    ],
)
def test_a_cost_is_shown_as_far_as_it_is_known(cost: Cost, text: str) -> None:
    """An unknown figure is never shown as zero."""
    assert prices.cost_text(cost) == text


def test_every_leaf_type_has_a_tag() -> None:
    """The table is complete; mypy sees to it that each has its texts."""
    assert set(Leaf.__args__) < set(phrases.TAGS)


def test_lines_are_broken_at_spaces_and_long_words_are_cut() -> None:
    """No line exceeds the width; wide characters count as two columns."""
    lines = wrap(styled("認定資格 ", Fragment("unbreakable" * 3, "strong"), " end"), 12)
    assert [plain_text(line) for line in lines] == [
        "認定資格",
        "unbreakableu",
        "nbreakableun",
        "breakable",
        "end",
    ]
    assert all(display_width(plain_text(line)) <= 12 for line in lines)


def test_fragments_without_a_space_between_stay_together() -> None:
    """A mark before a colon does not move it to the next line."""
    assert [plain_text(line) for line in wrap(styled(Fragment("Yes", "good"), ": you"), 4)] == [
        "Yes:",
        "you",
    ]


def test_each_outcome_has_its_mark() -> None:
    """Met, unmet and unknown."""
    assert phrases.MARKS == {"met": "✓", "unmet": "✗", "unknown": "?"}


@pytest.mark.parametrize(
    ("word", "width", "lines"),
    [
        ("/team/people/some/a-page", 19, ["/team/people/some/", "a-page"]),
        ("/team/people/some/a-page", 24, ["/team/people/some/a-page"]),
        ("a/" + "b" * 30, 20, ["a/" + "b" * 18, "b" * 12]),
        ("認定認定", 5, ["認定", "認定"]),
        ("abc", 0, ["a", "b", "c"]),
    ],
)
def test_a_long_word_breaks_after_a_punctuation_mark(
    word: str, width: int, lines: list[str]
) -> None:
    """If there is one in the last third of the line; otherwise at the end of the line."""
    assert [plain_text(line) for line in wrap(styled(word), width)] == lines


@pytest.mark.parametrize("width", [10, 60, 140])
def test_an_address_is_never_broken(width: int) -> None:
    """It could be neither clicked nor copied; what stands around it is wrapped."""
    address = f"https://some.example/{'a-page/' * 30}"
    lines = wrap(styled("Read this page: ", Fragment(address, "dim"), " (checked)."), width)
    assert address in [plain_text(line) for line in lines]
    assert [line for line in map(plain_text, lines) if len(line) > width] == [address]


@pytest.mark.parametrize("width", [60, 140])
def test_an_address_stands_below_its_label_where_it_has_no_room_beside(width: int) -> None:
    """As much of it as can be is on the screen."""
    address = f"https://some.example/{'p' * 33}"
    text = render_screen((facts(("Name", "PMP"), ("Check here", address)),), Terminal(width))
    beside = f"Name        PMP\nCheck here  {address}\n"
    below = f"Name        PMP\nCheck here\n  {address}\n"
    assert text == (beside if width > 60 else below)
