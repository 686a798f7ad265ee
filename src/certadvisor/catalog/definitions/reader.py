"""Reads YAML files into definitions and reports all faults together, each with its line."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from certadvisor.base.yaml_reader import Document, Path_, read_file, written
from certadvisor.catalog.definitions.base import Definition
from certadvisor.catalog.definitions.requirement import NODES
from certadvisor.errors import Fault, InputError

Form = TypeVar("Form", bound=Definition)


def load_definitions(form: type[Form], path: Path) -> Form:
    """Load one YAML file as `model`. Raises InputError with every fault, in file order."""
    return read_definitions(form, read_file(path))


def read_definitions(form: type[Form], document: Document) -> Form:
    """Validate a document as `model`. Raises InputError with every fault, in file order."""
    try:
        return form.model_validate(document.data)
    except ValidationError as error:
        raise InputError(definition_faults(error, document, form)) from None


def definition_faults(
    error: ValidationError, document: Document, form: type[Definition]
) -> list[Fault]:
    """The faults of a failed validation, in file order; values never appear in them."""
    faults = {}
    for found in error.errors(include_url=False, include_input=False):
        if _echoes(found, document.data):
            continue
        path = _author_path(found["loc"], document.data)
        problem, remedy = _told(found, path, document.data, form)
        fault = document.fault(path, problem, remedy, place_of(path, document.data))
        faults[fault.line, fault.place, fault.problem] = fault
    # A union of one value and a list fails twice: keep "must be a list" only where it is alone.
    said = {fault.place for fault in faults.values() if fault.problem != _NO_LIST}
    told = [one for one in faults.values() if one.problem != _NO_LIST or one.place not in said]
    return sorted(told, key=lambda fault: (fault.line or 0, fault.place))


def _echoes(found: Any, data: Any) -> bool:
    """Whether a fault only repeats another.

    Pydantic also calls a list with faulty items too short, and a faulty mapping none
    of the allowed words.
    """
    path = _author_path(found["loc"], data)
    here = data
    for step in path:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            break
    if found["type"] == "too_short":
        return bool(here)
    return found["type"] == "literal_error" and isinstance(here, dict)


def _author_path(loc: tuple[int | str, ...], data: Any) -> Path_:
    """Pydantic's location without the union tags it adds, which are not in the file."""
    path: list[int | str] = []
    here = data
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(here, dict):
            if step in here and not _is_tag(loc[index : index + 2], here):
                here = here[step]
            elif not last or not str(step).isidentifier():
                continue
        elif isinstance(here, list):
            if not isinstance(step, int) or step >= len(here):
                continue
            here = here[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _is_tag(steps: tuple[int | str, ...], here: dict[str, Any]) -> bool:
    """Whether the first step is a union tag of a requirement rather than a key in the file."""
    if len(steps) == 1 or steps[0] not in NODES:
        return False
    return steps[1] in here or steps[1] in NODES[str(steps[0])].model_fields


def place_of(path: Path_, data: Any) -> str:
    """The path with the record's id instead of its index: `pmp, rules[0].any[1].months`."""
    here, named, rest = data, "", path
    for depth, step in enumerate(path):
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(here, dict) and isinstance(here.get("id"), str):
            named, rest = here["id"], path[depth + 1 :]
    return ", ".join(part for part in (named, written(rest)) if part) or "the file"


_NO_LIST = "must be a list"  # of a key that accepts one value or a list
_KINDS = {
    "string_type": "must be text; quote it",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "tuple_type": _NO_LIST,
    "dict_type": "must be a mapping",
    "model_type": "must be a mapping of keys",
    "missing": "is missing",
}


def _told(found: Any, path: Path_, data: Any, form: type[Definition]) -> tuple[str, str]:
    kind = found["type"]
    if kind == "extra_forbidden":
        return "unknown key", _did_you_mean(str(path[-1]), _siblings(path, data, form))
    if kind == "missing":
        return "is missing", "write it"
    if kind == "string_pattern_mismatch":
        return "is not written in the form asked", f"match {found['ctx']['pattern']}"
    if kind == "literal_error":
        return "is none of the words allowed", f"write one of: {found['ctx']['expected']}"
    return _KINDS.get(kind, str(found["msg"])), ""


def _siblings(path: Path_, data: Any, form: type[Definition]) -> list[str]:
    """The keys that are allowed where an unknown key was found."""
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    if isinstance(holder, dict):
        for tag, node in NODES.items():
            if tag in holder:
                return [field.alias or name for name, field in node.model_fields.items()]
    keys: list[str] = []
    pending, seen = [form], set()
    while pending:
        model = pending.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            keys.append(field.alias or name)
            pending += _models_in(field.annotation)
    return keys


def _models_in(annotation: Any) -> list[type[Definition]]:
    if isinstance(annotation, type) and issubclass(annotation, Definition):
        return [annotation]
    inner = getattr(annotation, "__args__", ())
    return [model for part in inner for model in _models_in(part)]


def _did_you_mean(word: str, words: list[str]) -> str:
    close = get_close_matches(word, words, n=1, cutoff=0.6)
    return f"did you mean `{close[0]}`?" if close else "remove it"
