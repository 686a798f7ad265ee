"""Countries by their codes, and by their names in the languages whose job titles are read."""

import pytest

from certadvisor.base.countries import country
from certadvisor.base.scalars import ValueParseError


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("DE", "DE de Germany Deutschland Allemagne Alemania Alemanha Germania Duitsland Tyskland"),
        ("DE", "Saksa Niemcy Německo Nemecko Németország Almanya Германия Німеччина 德国 ドイツ"),
        ("AT", "Österreich Oesterreich Autriche Oostenrijk Itävalta Rakousko Avusturya"),
        ("ES", "España Spanien Espagne Hiszpania İspanya"),
        ("TR", "Türkiye Turkey Türkei Turquie Tyrkia"),
        ("PE", "Perú Peru"),
    ],
)
def test_a_country_is_found_by_its_names(code: str, names: str) -> None:
    """Accents and case never matter."""
    assert {country(name) for name in names.split()} == {code}


@pytest.mark.parametrize(
    ("name", "code"),
    [("EE. UU.", "US"), ("États-Unis", "US"), ("U.K.", "GB"), ("Wielka Brytania", "GB"),
     ("Korea, Republic of", "KR"), ("Pays-Bas", "NL")],
)  # fmt: skip
def test_a_name_of_several_words_is_found(name: str, code: str) -> None:
    """Whatever marks stand between them."""
    assert country(name) == code


def test_another_word_is_no_country() -> None:
    """It is not guessed at."""
    with pytest.raises(ValueParseError, match="`Ruritania` is not a country"):
        country("Ruritania")
