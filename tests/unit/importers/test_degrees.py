"""Degrees in free text: the level of each spelling, doubtful ones, and other text."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from certadvisor.catalog.requirement import DEGREES
from certadvisor.profile.matching.degree_spellings import AMBIGUOUS, UNAMBIGUOUS, UNSPACED
from certadvisor.profile.matching.degrees import parse_degree_level, says_unfinished

LEVELS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "degrees" / "levels.yaml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("text", "degree"), [(text, degree) for degree in DEGREES[1:] for text in LEVELS[degree]]
)
def test_a_degree_of_a_country_has_its_level(text: str, degree: str) -> None:
    """By the levels of ISCED 2011, with no doubt."""
    level = parse_degree_level(text)
    assert level is not None
    assert (level.degree, level.doubt, level.unfinished) == (degree, "", False)


@pytest.mark.parametrize(
    ("text", "degree"),
    [(text, degree) for degree, texts in LEVELS["doubtful"].items() for text in texts],
)
def test_a_degree_between_two_levels_is_a_guess_at_the_lower(text: str, degree: str) -> None:
    """Its reason goes with it."""
    level = parse_degree_level(text)
    assert level is not None
    assert (level.degree, bool(level.doubt)) == (degree, True)


@pytest.mark.parametrize("text", LEVELS["asked"])
def test_a_text_without_a_level_is_asked(text: str) -> None:
    """A school, a vocational title or a course gives none by itself."""
    level = parse_degree_level(text)
    assert level is not None
    assert (level.degree, bool(level.doubt)) == (None, True)


@pytest.mark.parametrize("text", LEVELS["unfinished"])
def test_studies_without_an_award_are_unfinished(text: str) -> None:
    """To come, given up or going on, in every language whose degrees are read."""
    assert says_unfinished(text)


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("BSc", "bachelor"),
        ("B.Sc.", "bachelor"),
        ("B. Sc. (Hons)", "bachelor"),
        ("Bachelor of Science", "bachelor"),
        ("BA", "bachelor"),
        ("B.Tech", "bachelor"),
        ("B.E.", "bachelor"),
        ("Licence", "bachelor"),
        ("Licenciatura en Informática", "bachelor"),
        ("Bachelor\u2019s degree", "bachelor"),
        ("Dipl.-Ing. (FH)", "bachelor"),
        ("学士", "bachelor"),
        ("M.Eng", "master"),
        ("MBA", "master"),
        ("M.B.A.", "master"),
        ("Master", "master"),
        ("MASTER 2 RECHERCHE", "master"),
        ("Master's degree", "master"),
        ("Laurea Magistrale", "master"),
        ("Diplôme d'ingénieur", "master"),
        ("PhD", "doctorate"),
        ("Ph.D.", "doctorate"),
        ("Doctor of Philosophy - PhD", "doctorate"),
        ("Dr. rer. nat.", "doctorate"),
        ("High School", "secondary"),
        ("Abitur", "secondary"),
        ("A-levels", "secondary"),
        ("International Baccalaureate", "secondary"),
        ("Associate of Applied Science", "associate"),
        ("Associate's Degree", "associate"),
        ("HND", "associate"),
        ("Bac+2", "associate"),
        ("Bac +3", "bachelor"),
        ("Bac+5 Informatique", "master"),
    ],
)
def test_a_common_spelling_of_a_degree_has_its_level(text: str, degree: str) -> None:
    """Case, dots and accents make no difference."""
    level = parse_degree_level(text)
    assert level is not None
    assert (level.degree, level.doubt, level.unfinished) == (degree, "", False)


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("Diplom", "bachelor"),
        ("Dipl.-Ing.", "bachelor"),
        ("Laurea", "bachelor"),
        ("Ingeniero de Sistemas", "bachelor"),
        ("Baccalauréat", "secondary"),
        ("Dr.", "doctorate"),
        ("MD", "doctorate"),
        ("Post Graduate Diploma", "bachelor"),
        ("Bachelor of Science and Master of Science", "master"),
    ],
)
def test_a_doubtful_spelling_of_a_degree_is_a_guess(text: str, degree: str) -> None:
    """The likely level has a reason to doubt it."""
    level = parse_degree_level(text)
    assert level is not None
    assert level.degree == degree
    assert level.doubt


@pytest.mark.parametrize("text", ["Certificate", "Diploma", "Bootcamp", "Scrum Master", "Degree"])
def test_a_certificate_without_a_level_is_not_a_degree(text: str) -> None:
    """A certificate may be of any level, and a scrum master is not a master's degree."""
    level = parse_degree_level(text)
    assert level is not None
    assert level.degree is None
    assert level.doubt


@pytest.mark.parametrize("text", ["", "Philosophy", "Work as me", "It is what it is", "…", "\x00"])
def test_text_without_a_degree_has_no_level(text: str) -> None:
    """Everyday words are not read as abbreviations."""
    assert parse_degree_level(text) is None


@pytest.mark.parametrize("text", ["PhD candidate", "B.A. (incomplete)", "MBA in progress"])
def test_an_unfinished_degree_is_marked_as_unfinished(text: str) -> None:
    """A degree that was not awarded does not count."""
    level = parse_degree_level(text)
    assert level is not None
    assert level.unfinished


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("BSc Computer Science", "Computer Science"),
        ("B.Sc. (Hons) in Computer Science", "Computer Science"),
        ("Bachelor's degree, Computer Science", "Computer Science"),
        ("MS in Project Management (GAC)", "Project Management"),
        ("Bachelor of Engineering", "Engineering"),
        ("Bachelor of Science - BS", ""),
        ("Master of Business Administration (MBA)", ""),
    ],
)
def test_the_subject_of_a_degree_is_the_text_after_it(text: str, subject: str) -> None:
    """The words that join them are dropped, and so is the degree when it is repeated."""
    level = parse_degree_level(text)
    assert level is not None
    assert level.subject == subject


def test_every_spelling_of_a_degree_is_normalized_and_unique() -> None:
    """Lower case, no accents, dots or quotes, and each only once."""
    tables = [*UNAMBIGUOUS.values(), *(spellings for spellings, _, _ in AMBIGUOUS)]
    phrases = [" ".join(phrase.split()) for spellings in tables for phrase in spellings.split(",")]
    ascii_phrases = [phrase for phrase in phrases if phrase.isascii()]
    assert all(
        phrase and set(phrase) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
        for phrase in ascii_phrases
    )
    assert sorted(phrases) == sorted(set(phrases))
    assert {*UNAMBIGUOUS, *UNSPACED.values()} <= set(DEGREES)
