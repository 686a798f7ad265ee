"""How a certification is renewed, beyond what the summary says: parts of units, ways, notes."""

from collections.abc import Iterable
from typing import Any

from certadvisor.catalog.records import Certification
from certadvisor.views.blocks import Block, StyledText, styled
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases
from certadvisor.views.words.certifications import RENEWAL_OPTIONS

RawRecord = dict[str, Any]


def renewal_blocks(record: RawRecord, certification: Certification) -> tuple[Block, ...]:
    """What renewing requires beside the cycle, the units and the fee; empty if no more is known."""
    return lists.list_section("Renewal", _renewal(record.get("renewal") or {}, certification))


def _renewal(renewal: RawRecord, certification: Certification) -> Iterable[StyledText]:
    units = renewal.get("units", {})
    if units.get("parts") or units.get("yearly_minimum"):
        whole = phrases.units(units["amount"], units["name"])
        whole += phrases.in_each_year(units.get("yearly_minimum"), None)
        yield styled(", ".join((whole, *map(_unit_part, units.get("parts", ())))))
    fee = certification.renewal_fee
    if "fee" in renewal and not (fee and (fee.member or fee.non_member)):
        yield styled(f"There is a fee; how much is {phrases.NOT_KNOWN}.")
    for option in renewal.get("ways", ()):
        text = f": {option['text']}" if "text" in option else ""
        yield styled(phrases.sentence(f"By {RENEWAL_OPTIONS[option['way']]}{text}"))
    if reinstatement := renewal.get("reinstatement"):
        yield styled(_reinstatement(reinstatement))
    if "note" in renewal:
        yield styled(renewal["note"])


def _unit_part(part: RawRecord) -> str:
    bounds = phrases.bounds(part.get("minimum"), part.get("maximum"))
    yearly = phrases.in_each_year(part.get("yearly_minimum"), part.get("yearly_maximum"))
    return f"{bounds} of {part['name']}{yearly}"


def _reinstatement(reinstatement: RawRecord | str) -> str:
    """What can be done about one that has lapsed."""
    if isinstance(reinstatement, str):
        return "Once lapsed it has to be earned again."
    months = phrases.amount(reinstatement["within_months"], "month")
    text = f"Once lapsed it can be reinstated within {months}, for the units and the fee"
    return phrases.sentence(f"{text}: {reinstatement['text']}" if "text" in reinstatement else text)
