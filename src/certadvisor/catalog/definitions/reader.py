"""Reads YAML files into definitions and reports all faults together, each with its line."""

from typing import Any, TypeVar

from pydantic import ValidationError

from certadvisor.base.document import DataPath, Document, format_path
from certadvisor.base.suggest import closest, suggestion
from certadvisor.catalog.definitions.base import Definition
from certadvisor.catalog.definitions.requirement import NODES
from certadvisor.errors import Fault, InputError

Form = TypeVar("Form", bound=Definition)


def read_definitions(model: type[Form], document: Document) -> Form:
    """Validate a document as `model`. Raises InputError with every fault, in file order."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        raise InputError(definition_faults(error, document, model)) from None


def definition_faults(
    error: ValidationError, document: Document, model: type[Definition]
) -> list[Fault]:
    """The faults of a failed validation, in file order; values never appear in them."""
    faults = {}
    for detail in error.errors(include_url=False, include_input=False):
        if _repeats_another(detail, document.data):
            continue
        path = _path_in_file(detail["loc"], document.data)
        problem, remedy = _problem_and_remedy(detail, path, document.data, model)
        fault = document.fault(path, problem, remedy, describe_path(path, document.data))
        faults[fault.line, fault.place, fault.problem] = fault
    # A union of one value and a list fails twice: keep "must be a list" only where it is alone.
    explained_paths = {fault.place for fault in faults.values() if fault.problem != _NOT_A_LIST}
    reported = [
        entry
        for entry in faults.values()
        if entry.problem != _NOT_A_LIST or entry.place not in explained_paths
    ]
    return sorted(reported, key=lambda fault: (fault.line or 0, fault.place))


def _repeats_another(detail: Any, data: Any) -> bool:
    """Whether a fault only repeats another.

    Pydantic also calls a list with faulty items too short, and a faulty mapping none
    of the allowed words.
    """
    path = _path_in_file(detail["loc"], data)
    value = data
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
    if detail["type"] == "too_short":
        return bool(value)
    return detail["type"] == "literal_error" and isinstance(value, dict)


def _path_in_file(loc: tuple[int | str, ...], data: Any) -> DataPath:
    """Pydantic's location without the union tags it adds, which are not in the file."""
    path: list[int | str] = []
    value = data
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(value, dict):
            if step in value and not _is_union_tag(loc[index : index + 2], value):
                value = value[step]
            elif not last or not str(step).isidentifier():
                continue
        elif isinstance(value, list):
            if not isinstance(step, int) or step >= len(value):
                continue
            value = value[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _is_union_tag(steps: tuple[int | str, ...], mapping: dict[str, Any]) -> bool:
    """Whether the first step is a union tag of a requirement rather than a key in the file."""
    if len(steps) == 1 or steps[0] not in NODES:
        return False
    return steps[1] in mapping or steps[1] in NODES[str(steps[0])].model_fields


def describe_path(path: DataPath, data: Any) -> str:
    """The path with the record's id instead of its index: `pmp, rules[0].any[1].months`."""
    value, record_id, rest = data, "", path
    for depth, step in enumerate(path):
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            record_id, rest = value["id"], path[depth + 1 :]
    return ", ".join(part for part in (record_id, format_path(rest)) if part) or "the file"


_NOT_A_LIST = "must be a list"  # of a key that accepts one value or a list
_PROBLEMS = {
    "string_type": "must be text; quote it",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "tuple_type": _NOT_A_LIST,
    "dict_type": "must be a mapping",
    "model_type": "must be a mapping of keys",
    "missing": "is missing",
}


def _problem_and_remedy(
    detail: Any, path: DataPath, data: Any, model: type[Definition]
) -> tuple[str, str]:
    error_type = detail["type"]
    if error_type == "extra_forbidden":
        close = closest(str(path[-1]), _allowed_keys(path, data, model))
        return "unknown key", suggestion(close) or "remove it"
    if error_type == "missing":
        return "is missing", "write it"
    if error_type == "string_pattern_mismatch":
        return "does not have the required form", f"match {detail['ctx']['pattern']}"
    if error_type == "literal_error":
        return "is not a valid value", f"write one of: {detail['ctx']['expected']}"
    return _PROBLEMS.get(error_type, str(detail["msg"])), ""


def _allowed_keys(path: DataPath, data: Any, model: type[Definition]) -> list[str]:
    """The keys that are allowed where an unknown key was found."""
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    if isinstance(holder, dict):
        for tag, node in NODES.items():
            if tag in holder:
                return [field.alias or name for name, field in node.model_fields.items()]
    keys: list[str] = []
    pending, seen = [model], set()
    while pending:
        definition = pending.pop()
        if definition in seen:
            continue
        seen.add(definition)
        for name, field in definition.model_fields.items():
            keys.append(field.alias or name)
            pending += _models_in(field.annotation)
    return keys


def _models_in(annotation: Any) -> list[type[Definition]]:
    if isinstance(annotation, type) and issubclass(annotation, Definition):
        return [annotation]
    inner = getattr(annotation, "__args__", ())
    return [model for part in inner for model in _models_in(part)]
