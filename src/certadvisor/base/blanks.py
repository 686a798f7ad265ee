"""How people and spreadsheets leave a value out: dashes, `N/A`, a cell in error."""

import re
import unicodedata

_DASHES = re.compile(r"[-\u2010-\u2015_.~*\s]*")
# "Not available" and "no answer", as they are written.
_WORDS = frozenset(
    part.strip()
    for part in """
    n/a, n.a., n.a, n / a, n.d., n/d, nd, s/d, s/n, k.a., k. a., k/a, keine angabe, ohne angabe,
    not available, not applicable, not provided, not stated, not given, no data, no answer,
    null, nil, nan, <na>, <null>, (blank), (empty), blank, undefined, non renseigne, sans objet,
    sin datos, sin especificar, no aplica, no disponible,
    nao informado, nao se aplica, nao disponivel, non disponibile, non specificato, n.v.t., nvt,
    niet van toepassing, onbekend, ej angivet, ikke oplyst, ei tietoa, brak danych, nie dotyczy,
    b.d., neuvedeno, yok, belirtilmemis, нет данных, н/д, 无, 無, なし
    """.replace("\n", " ").split(",")
)
# The same letters are a person's initials or a country: only where neither is expected.
_SHORT_WORDS = frozenset(("na", "ka", "sd", "?", "??", "???", "x", "tbd", "tba", "tbc"))
# A cell in error begins with this sign, in every language of a spreadsheet.
_ERROR = re.compile(
    r"#(?:n/a|n/d|n/b|nv|n/v|na|ref!|¡ref!|bezug!|verw!|adr!|odkaz!|value!|¡valor!|valor!|valeur!|"
    r"wert!|waarde!|arg!|hodnota!|valore!|name\??|nom\?|nome\?|¿nombre\?|naam\?|nazwa\?|nazev\?|"
    r"num!|numero!|nombre!|zahl!|getal!|liczba!|cislo!|¡num!|div/0!|¡div/0!|deel/0!|"
    r"dziel/0!|null!|nul!|¡nulo!|nulo!|zero!|spill!|uberlauf!|calc!|field!|blocked!|busy!|unknown!|"
    r"connect!|getting_data|loading\.*|error!?|#+)",
    re.IGNORECASE,
)


def says_nothing(text: str, *, is_name: bool = False) -> bool:
    """Whether a text stands for an empty value.

    With `is_name` (an id, a person's name, a country) short words such as `NA` are names. So they
    are of an end: `?` is not a word for "still going".

    >>> says_nothing("N/A"), says_nothing("#REF!"), says_nothing("NA", is_name=True)
    (True, True, False)
    """
    decomposed = unicodedata.normalize("NFKD", text.strip().casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bool(
        _DASHES.fullmatch(plain)
        or plain in _WORDS
        or _ERROR.fullmatch(plain)
        or (not is_name and plain in _SHORT_WORDS)
    )
