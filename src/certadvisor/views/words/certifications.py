"""The words of certifications' records."""

RENEWAL_OPTIONS = {
    "units": "collecting units",
    "retake": "passing the exam again",
    "higher-exam": "passing a higher exam",
    "same-suite": "passing another exam of the suite",
    "subscription": "a subscription",
    "reassessment": "a new assessment",
    "fee": "paying the fee",
}
