"""What people write for the words that the program knows: one table for every list of words."""

SYNONYMS = {
    # levels
    "beginner": "entry", "entry-level": "entry", "junior": "entry", "starter": "entry",
    "intermediate": "mid", "medior": "mid", "mid-level": "mid", "middle": "mid",
    "expert": "senior", "senior-level": "senior",
    "c-level": "executive", "director": "executive", "exec": "executive",
    # approaches
    "classic": "predictive", "classical": "predictive", "plan-driven": "predictive",
    "traditional": "predictive", "waterfall": "predictive",
    "adaptive": "agile", "kanban": "agile", "lean": "agile", "scrum": "agile",
    "both": "hybrid", "mixed": "hybrid",
    # statuses
    "all": "any", "available": "active", "current": "active", "coming": "announced",
    "planned": "announced", "upcoming": "announced", "ending": "retiring",
    "discontinued": "retired", "ended": "retired", "withdrawn": "retired",
    # formats
    "plain": "table", "text": "table", "txt": "table", "md": "markdown", "htm": "html",
    "calendar": "ics", "ical": "ics", "icalendar": "ics", "ndjson": "jsonl", "yml": "yaml",
    # what a plan puts first, and how a list is sorted
    "cheap": "cheapest", "earliest": "fastest", "fast": "fastest", "quickest": "fastest",
    "soonest": "fastest", "fee": "cost", "price": "cost", "provider": "issuer", "title": "name",
    # severities, and states of people in an audit
    "errors": "error", "warn": "warning", "warnings": "warning",
    "lapsed": "expired", "lapsing": "expiring", "none": "never",
    # what is imported
    "badges": "credly", "jsonresume": "json-resume", "resume": "json-resume",
}  # fmt: skip


def known_word(word: str, words: tuple[str, ...]) -> str:
    """Return the one of `words` that a word in the form of an id stands for, else the word itself.

    >>> known_word("waterfall", ("predictive", "agile")), known_word("waterfall", ("met", "unmet"))
    ('predictive', 'waterfall')
    """
    known = SYNONYMS.get(word, word)
    return known if word not in words and known in words else word
