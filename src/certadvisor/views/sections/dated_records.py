"""Credentials and training of a table, with their dates as they were read."""

from typing import TypedDict

from certadvisor.base.scalars import UNKNOWN_DATE
from certadvisor.catalog.records import Catalog
from certadvisor.profile.model import Credential, TrainingRecord
from certadvisor.views.json_values import iso
from certadvisor.views.words import phrases


class ReadCredentialJson(TypedDict):
    """A certification with its dates as they are read, `unknown` where one cannot be."""

    certification: str
    earned: str | None
    expires: str | None


class ReadTrainingJson(TypedDict):
    """A training as it is read, `completed` as `unknown` where the date cannot be."""

    topic: str
    hours: float | None
    completed: str | None


def credential_json(credential: Credential) -> ReadCredentialJson:
    """A credential, as data."""
    earned = UNKNOWN_DATE if credential.earned_unknown else iso(credential.earned)
    expires = UNKNOWN_DATE if credential.expires_unknown else iso(credential.expires)
    return {"certification": credential.id, "earned": earned, "expires": expires}


def training_json(records: tuple[TrainingRecord, ...] | None) -> list[ReadTrainingJson] | None:
    """The trainings, as data; None where the table gives none."""
    if records is None:
        return None
    return [
        {
            "topic": one.topic,
            "hours": one.hours,
            "completed": UNKNOWN_DATE if one.completed_unknown else iso(one.completed),
        }
        for one in records
    ]


def credential_text(credential: Credential, catalog: Catalog) -> str:
    """A certification with its dates as they are read, lest a month be taken for a day."""
    dates = [
        f"{word} {'in doubt' if in_doubt else day}"
        for word, day, in_doubt in (
            ("earned", credential.earned, credential.earned_unknown),
            ("expires", credential.expires, credential.expires_unknown),
        )
        if day or in_doubt
    ]
    name = phrases.certification_name(credential.id, catalog)
    return f"{name} ({', '.join(dates)})" if dates else name


def training_text(record: TrainingRecord) -> str:
    """A training with its hours and its date as they are read."""
    hours = "" if record.hours is None else f", {phrases.amount(record.hours, 'hour')}"
    day = "date in doubt" if record.completed_unknown else record.completed
    completed = f" ({day})" if day else ""
    return f"{phrases.readable(record.topic)}{hours}{completed}"
