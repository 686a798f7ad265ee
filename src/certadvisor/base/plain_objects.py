"""Python objects as documents: they are read exactly as the equivalent JSON would be."""

import json
from collections.abc import Mapping
from datetime import date

from certadvisor.base.document import Document
from certadvisor.base.json_reader import ParsedJson
from certadvisor.errors import Fault, InputError


def to_document(value: object, source: str) -> Document:
    """An object as a document without line numbers; messages call it `source`."""
    return Document(source, to_plain_data(value, source), None)


def to_plain_data(value: object, source: str) -> object:
    """A copy in JSON's types, bounded in size and depth; `date` and any `Mapping` are accepted.

    Raises InputError for anything else that JSON cannot express.
    """
    try:
        encoded = json.dumps(value, default=_to_json_type, ensure_ascii=False).encode()
    except _UnsupportedTypeError as error:
        problem, remedy = f"holds a `{error}`", "give mappings, lists, text, numbers and dates"
    except UnicodeEncodeError:
        problem, remedy = "holds half a character", "write it again"
    except RecursionError:
        problem, remedy = "is nested too deeply", ""
    except TypeError:
        problem, remedy = "has a key that is not a word", "write keys as text"
    except ValueError:
        problem, remedy = "holds itself, or a number that is too long", "take it out"
    else:
        return ParsedJson(encoded, source).data
    raise InputError([Fault(source, problem, remedy=remedy)])


class _UnsupportedTypeError(Exception):
    """A value of a type that JSON does not have; its text is the name of the type."""


def _to_json_type(value: object) -> object:
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"  # a datetime counts as its day
    if isinstance(value, Mapping):
        return dict(value)
    raise _UnsupportedTypeError(type(value).__name__)
