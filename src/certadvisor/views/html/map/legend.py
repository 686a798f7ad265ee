"""The legend of the map: only the signs that occur in it."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from certadvisor.advice.landscape import State
from certadvisor.views.html.elements import added
from certadvisor.views.html.map.geometry import number
from certadvisor.views.html.map.grid import drawn_apart
from certadvisor.views.html.map.icons import ICONS, STAR, TIP
from certadvisor.views.html.map.text_metrics import width_of
from certadvisor.views.reports import MapReport
from certadvisor.views.words import landscape as landscape_words
from certadvisor.views.words import phrases

_SIZE, _SIGN, _GAP, _LINE = 12, 46, 30, 26
_USUAL = 0.88  # usual fonts are narrower than the widest; `_GAP` absorbs the difference


class _Key(NamedTuple):
    """A sign and its meaning; `kind` is a state, the class of an edge, star or pill."""

    sort: str
    name: str
    meaning: str


def legend(parent: Element, report: MapReport, left: float, top: float, width: float) -> float:
    """Draw the legend in lines no longer than `width` and return its height."""
    x, y = left, top
    for key in _keys(report):
        told = f" {key.meaning}" if key.meaning else ""
        size = _USUAL * (width_of(key.name, _SIZE, bold=True) + width_of(told, _SIZE))
        sign = _SIGN if key.sort in ("must", "way", "heir", "pill") else _SIGN / 2
        if x > left and x + sign + size > left + width:
            x, y = left, y + _LINE
        group = added(parent, "g", class_=f"keys {key.sort}" if key.sort in set(State) else "keys")
        _sign(group, key, x, y + _LINE / 2)
        text = added(group, "text", class_="key", x=x + sign, y=y + _LINE / 2 + 4.2)
        added(text, "tspan", key.name, class_="keyname")
        added(text, "tspan", told)
        x += sign + size + _GAP
    return y + _LINE - top


def _keys(report: MapReport) -> Iterator[_Key]:
    land = report.land
    seen = {place.state for place in land.places}
    for state in State:
        if state in seen:
            yield _Key(
                state.value, landscape_words.NAMES[state], landscape_words.meaning(state, land)
            )
    if any(place.preferred for place in land.places):
        role = phrases.role_title(land.role, report.frame.catalog)
        yield _Key("star", "preferred", f"by employers for {role}")
    sorts = {
        "heir" if link.kind == "replaced_by" else "must" if link.needed else "way"
        for link in land.links
        if not drawn_apart(link)
    }
    if "must" in sorts:
        yield _Key("must", "asked for", "before the next one")
    if "way" in sorts:
        yield _Key("way", "one way in", "of several")
    if "heir" in sorts:
        yield _Key("heir", "replaced by", "its successor")
    if any(drawn_apart(link) for link in land.links):
        yield _Key("pill", "many ways in", "point at the box to see which")


def _sign(group: Element, key: _Key, x: float, y: float) -> None:
    if key.sort == "pill":
        added(group, "rect", class_="pill", x=x, y=y - 6, width=38, height=11, rx=5.5)
        added(group, "text", "9 ways", class_="pilltext", x=x + 19, y=y + 3)
    elif key.sort == "star":
        added(group, "path", class_="star", d=STAR, transform=_at(x + 8, y))
    elif key.sort in ("must", "way", "heir"):
        arrow = added(group, "g", class_=f"link {key.sort}")
        added(arrow, "path", class_="wire", d=f"M{number(x)},{number(y)}h33")
        added(arrow, "path", class_="tip", d=TIP, transform=_at(x + 38, y))
    else:
        icon = added(group, "g", class_="icon", transform=_at(x + 8, y))
        for sort, path in ICONS[State(key.sort)]:
            added(icon, "path", class_=sort, d=path)


def _at(x: float, y: float) -> str:
    return f"translate({number(x)},{number(y)})"
