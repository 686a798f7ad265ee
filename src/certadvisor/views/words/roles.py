"""The words of roles and levels: their pay, and the experience required before them."""

from collections.abc import Container, Iterable
from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.views.blocks import Fragment, StyledText, styled
from certadvisor.views.words import phrases


def pay_range(pay: dict[str, Any]) -> str:
    """Pay as a range, or its median or mean; empty if there is no figure."""
    low, high = pay.get("low"), pay.get("high")
    middle = pay.get("median") or pay.get("mean")
    if low and high:
        text = f"{phrases.number(low)} to {phrases.number(high)}"
    elif low:
        text = f"from {phrases.number(low)}"
    elif high:
        text = f"up to {phrases.number(high)}"
    else:
        text = phrases.number(middle) if middle else ""
    return f"{text} {pay['currency']}" if text else ""


def pay_text(pay: dict[str, Any]) -> str:
    """Pay with its country, year and basis."""
    details = [pay_range(pay) or phrases.NOT_KNOWN, f"in {pay['country']}"]
    if pay.get("year"):
        details.append(str(pay["year"]))
    if pay.get("median") and (pay.get("low") or pay.get("high")):
        details.append(f"median {phrases.number(pay['median'])}")
    if pay.get("article"):
        details.append("Sprintzeal's guide (2024)")
    elif pay.get("basis"):
        details.append(pay["basis"])
    return ", ".join(details)


def pay_texts(record: dict[str, Any]) -> list[StyledText]:
    """Every pay range of a record, each with its source."""
    return [
        styled(
            pay_text(pay), Fragment(f" ({pay.get('url') or pay.get('via') or 'no source'})", "dim")
        )
        for pay in record.get("pay", ())
    ]


def names_with_basis(ids: Iterable[str], sourced: Container[str], catalog: Catalog) -> str:
    """The names of certifications that a role asks for; those by our judgement last, and said so.

    >>> names_with_basis([], (), None)
    ''
    """
    names = [(id in sourced, phrases.certification_name(id, catalog)) for id in ids]
    by_source = ", ".join(name for is_sourced, name in names if is_sourced)
    judged = ", ".join(name for is_sourced, name in names if not is_sourced)
    return "; ".join(part for part in (by_source, judged and f"{OUR_JUDGEMENT}: {judged}") if part)


def basis_text(record: dict[str, Any]) -> str:
    """What a preference rests on: a source with its host, or our judgement.

    >>> basis_text({"basis": "judgement: it seems so"}), basis_text({"basis": "they say so"})
    ('our judgement: it seems so', 'our judgement: they say so')
    """
    basis, url = record.get("basis", "judgement"), record.get("url")
    if basis.startswith("judgement"):
        text = basis.replace("judgement", OUR_JUDGEMENT, 1)
    else:
        text = basis if url else f"{OUR_JUDGEMENT}: {basis}"
    return f"{text} ({host_name(url)})" if url else text


OUR_JUDGEMENT = "our judgement"


def host_name(url: str | None) -> str:
    """The host of a URL, without `www.`."""
    return (url or "").partition("://")[2].partition("/")[0].removeprefix("www.")


def experience_text(experience: dict[str, Any] | None, catalog: Catalog) -> str:
    """The months of experience that a role requires, as a range."""
    if experience is None:
        return phrases.NOT_KNOWN
    low, high = experience.get("low"), experience.get("high")
    kind = f" of {phrases.kind_name(experience['kind'], catalog)}" if "kind" in experience else ""
    note = f" ({experience['note']})" if "note" in experience else ""
    if low is None and high is None:
        return f"some time{kind}{note}"
    if low is None or high is None:
        bound = (
            f"from {phrases.amount(low, 'month')}"
            if low
            else f"up to {phrases.amount(high or 0, 'month')}"
        )
        return f"{bound}{kind}{note}"
    months = phrases.amount(low, "month") if low == high else f"{low} to {high} months"
    return f"{months}{kind}{note}"
