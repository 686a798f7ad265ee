"""How often employers ask for a certification, in a few words."""

from certadvisor.catalog.records import Catalog
from certadvisor.rules.reason import Values
from certadvisor.views.words import phrases

_WORDS = (  # from which demand on, 0 to 1 as in data/demand.yaml
    (0.7, "Among the most requested"),
    (0.3, "Often requested"),
    (0.1, "Sometimes requested"),
    (0.0, "Rarely requested"),
)


def demand_text(values: Values, certification: str, catalog: Catalog) -> str:
    """The demand in words, with its place, and the sample and year of a count."""
    value, country = float(str(values["value"])), str(values["country"])
    words = next(text for least, text in _WORDS if value >= least)
    place = "worldwide" if country == "world" else country
    return f"{words} in job ads ({place}, {_basis(values, certification, catalog)})."


def _basis(values: Values, certification: str, catalog: Catalog) -> str:
    entry = next(
        one for one in catalog.demand_for(certification) if one.country == values["country"]
    )
    if entry.sample is None or entry.basis.startswith("judgement"):
        return "our estimate"
    year = f" of {entry.year}" if entry.year else ""
    return f"{phrases.number(entry.sample)} ads{year}"
