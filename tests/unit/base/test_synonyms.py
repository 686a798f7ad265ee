"""Synonyms: each stands for one word of some list, and is itself no word of that list."""

from enum import StrEnum

import pytest

from certadvisor.audit.audit import FailOn
from certadvisor.base.kebab import kebab
from certadvisor.base.scalars import ValueParseError, one_of
from certadvisor.base.synonyms import SYNONYMS, known_word
from certadvisor.cli.commands.list_ import ListSort
from certadvisor.cli.commands.profile import ProfileFormat
from certadvisor.cli.map_filters import ApproachFilter, LevelFilter, StatusFilter
from certadvisor.linting.finding import LintSeverity
from certadvisor.planner.objective import PlanObjective
from certadvisor.profile.importers.result import ImportFormat
from certadvisor.views.formats import Format

LISTS: list[type[StrEnum]] = [
    LevelFilter, ApproachFilter, StatusFilter, Format, ProfileFormat, PlanObjective, ListSort,
    LintSeverity, FailOn, ImportFormat,
]  # fmt: skip


@pytest.mark.parametrize(("synonym", "word"), SYNONYMS.items())
def test_a_synonym_stands_for_a_word_of_a_list(synonym: str, word: str) -> None:
    """Written as an id, as the reader compares it."""
    lists = [tuple(map(str, one)) for one in LISTS if word in tuple(one)]
    assert lists
    assert kebab(synonym) == synonym
    assert all(synonym not in words for words in lists)
    assert {known_word(synonym, words) for words in lists} == {word}


def test_a_word_of_the_list_is_itself_though_another_list_has_it_as_a_synonym() -> None:
    """`none` is `never` only where `never` is a choice, and not where `none` is one too."""
    assert known_word("none", ("never", "missing")) == "never"
    assert known_word("none", ("none", "never")) == "none"
    assert known_word("none", ("yes", "no")) == "none"


def test_every_reader_of_a_word_knows_them() -> None:
    """Profiles and the interview read by `one_of`."""
    read = one_of(("predictive", "agile", "hybrid"))
    assert [read("Waterfall"), read("AGILE"), read(" scrum ")] == ["predictive", "agile", "agile"]
    with pytest.raises(ValueParseError):
        read("junior")
