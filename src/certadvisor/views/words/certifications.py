"""The words of certifications' records."""

from certadvisor.views.words.names_and_amounts import amount

RENEWAL_OPTIONS = {
    "units": "collecting units",
    "retake": "passing the exam again",
    "higher-exam": "passing a higher exam",
    "same-suite": "passing another exam of the suite",
    "subscription": "a subscription",
    "reassessment": "a new assessment",
    "fee": "paying the fee",
}


def renewal_cycle(years: int, first: int | None, common_end: str | None = None) -> str:
    """How often a certification is renewed.

    Args:
        years: The length of a cycle.
        first: The length of the first cycle.
        common_end: A day on which everyone's cycle ends.

    >>> renewal_cycle(3, 3), renewal_cycle(1, 3)
    ('every 3 years', 'every year after the first 3 years')
    >>> renewal_cycle(2, None, "2026-04-30")
    'every 2 years, on the same day for everyone (2026-04-30)'
    """
    text = "every year" if years == 1 else f"every {amount(years, 'year')}"
    if common_end:
        return f"{text}, on the same day for everyone ({common_end})"
    return text if first in (None, years) else f"{text} after the first {amount(first, 'year')}"
