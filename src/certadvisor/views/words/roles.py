"""The words of roles and levels: their pay, and the experience asked before them."""

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
        details.append("the article's own figure")
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
