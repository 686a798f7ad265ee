"""The JSON Schema of a profile, written by hand, as profiles are read without Pydantic."""

from typing import Any

from certadvisor.catalog.requirement import COMPLEXITIES, DEGREES
from certadvisor.profile.amounts import MAX_MONTHS, MAX_TRAINING_HOURS
from certadvisor.profile.model import LISTS
from certadvisor.profile.reader import APPROACHES, HOURS_PER_WEEK, KEYS

_DAY_FORM = "YYYY, YYYY-MM or YYYY-MM-DD; a start means its first day, an end its last."
_DAY = {
    "type": ["string", "integer"],
    "pattern": r"^\s*\d{4}(-\d{2}(-\d{2})?)?\s*$",
    "description": _DAY_FORM,
}
_DAY_OR_UNKNOWN = {
    **_DAY,
    "pattern": r"^\s*(\d{4}(-\d{2}(-\d{2})?)?|[Uu]nknown)\s*$",
    "description": f"{_DAY_FORM} `unknown`: there may be one, but it is not known.",
}
_TEXT = {"type": "string", "minLength": 1, "maxLength": 300}
_TEXTS = {"type": "array", "items": _TEXT}


def _number_schema(maximum: int, **more: Any) -> dict[str, Any]:
    return {"type": "number", "minimum": 0, "maximum": maximum, **more}


def _array_schema(name: str, description: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}, "description": description}


# A key without a form of its own is text.
_FIELDS: dict[str, dict[str, dict[str, Any]]] = {
    "profile": {
        "country": {**_TEXT, "description": "ISO 3166: US, GB, DE."},
        "education": _array_schema("education", "Degrees and leaving certificates; [] for none."),
        "work": _array_schema("work", "Jobs and projects, dated or as totals; [] for none."),
        "training": _array_schema("training", "Hours of classes by topic; [] for none."),
        "courses": {**_TEXTS, "description": "Named courses: csm-course, a-csm-course."},
        "certifications": {
            "type": "array",
            "items": {"anyOf": [_TEXT, {"$ref": "#/$defs/certifications"}]},
            "description": "Credentials that the person holds; a name alone will do.",
        },
        "memberships": {**_TEXTS, "description": "Organisations: pmi, ipma."},
        "employer": {**_TEXT, "description": "The kind of present employer, or other."},
        "breaks": _array_schema("breaks", "Career breaks; they stretch some look-back windows."),
        "confirmed": {**_TEXTS, "description": "Declarations that the person has checked."},
        "skills": {**_TEXTS, "description": "Skills by id or name."},
        "goal": {"$ref": "#/$defs/goal"},
        "incomplete": {
            "type": "array",
            "items": {"enum": list(LISTS)},
            "description": "Lists that may lack entries; they prove what they hold, no more.",
        },
        "guessed": {**_TEXTS, "description": "Paths an import guessed: work[0].kinds."},
    },
    "education": {
        "degree": {"enum": list(DEGREES)},
        "accreditation": {**_TEXT, "description": "GAC where the programme has it."},
        "awarded": _DAY_OR_UNKNOWN,
    },
    "work": {
        "title": {**_TEXT, "description": "The kinds follow from it, unless they are given."},
        "kinds": {**_TEXTS, "description": "Kinds of experience: project-leading, agile."},
        "start": _DAY,
        "end": _DAY,
        "months": {"type": "integer", "minimum": 1, "maximum": MAX_MONTHS},
        "hours": _number_schema(200_000),
        "hours_per_week": _number_schema(HOURS_PER_WEEK, exclusiveMinimum=0),
        "person_days": _number_schema(30_000),
        "projects": {"type": "integer", "minimum": 0, "maximum": 10_000},
        "complexity": {"enum": list(COMPLEXITIES)},
    },
    "training": {"hours": _number_schema(MAX_TRAINING_HOURS), "completed": _DAY_OR_UNKNOWN},
    "certifications": {
        "earned": _DAY_OR_UNKNOWN,
        "expires": _DAY_OR_UNKNOWN,
        "units": _array_schema("units", "Renewal units."),
    },
    "units": {"amount": _number_schema(10_000), "date": _DAY},
    "breaks": {"start": _DAY, "end": _DAY},
    "goal": {
        "budget": {**_TEXT, "description": "An amount with its currency: 1500 USD."},
        "within": {**_TEXT, "description": "A length of time: 12 months, 2y."},
        "hours_per_week": _number_schema(HOURS_PER_WEEK, exclusiveMinimum=0),
        "prefers": {"enum": list(APPROACHES)},
        "interests": {**_TEXTS, "description": "Disciplines: risk, agile."},
    },
}
_REQUIRED = {
    "education": ["degree"],
    "training": ["topic"],
    "certifications": ["id"],
    "units": ["amount"],
    "breaks": ["start"],
}


def make_profile_schema() -> dict[str, Any]:
    """The JSON Schema of a profile, with the keys that the profile reader accepts."""
    schemas = {name: _object_schema(name) for name in KEYS}
    return {**schemas.pop("profile"), "$defs": schemas}


def _object_schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "title": name.capitalize(),
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _FIELDS[name].get(key, _TEXT) for key in KEYS[name]},
    }
    if name in _REQUIRED:
        schema["required"] = _REQUIRED[name]
    return schema
