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


def renewal_cycle(years: int, first: int | None) -> str:
    """How often a certification is renewed; `first` is the length of the first cycle.

    >>> renewal_cycle(3, 3), renewal_cycle(1, 3)
    ('every 3 years', 'every year after the first 3 years')
    """
    text = "every year" if years == 1 else f"every {amount(years, 'year')}"
    return text if first in (None, years) else f"{text} after the first {amount(first, 'year')}"
