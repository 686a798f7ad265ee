"""Commands' parameters for typer: option groups become one option for each of their fields."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from typer.models import ParameterInfo

from certadvisor.cli.options import JSON_OPTION, Formats
from certadvisor.cli.value_parsers import (
    base_type,
    choices_of,
    is_list,
    with_bounds,
    with_choices,
)
from certadvisor.errors import Fault, InputError
from certadvisor.views.formats import PAGES, Format, format_of_file

_JSON_FLAG = "as_json"  # the parameter of --json


class _Group(NamedTuple):
    """An option group of a command: its class, the fields offered, its formats."""

    option_group: Any
    fields: tuple[str, ...]
    formats: Formats | None

    def read(self, values: dict[str, Any]) -> Any:
        """Take the group's values out of those of the command, and put them together."""
        given = {field: values.pop(field) for field in self.fields}
        if self.formats is not None:
            default = self.formats.default or self.option_group._field_defaults["format"]
            as_json = values.pop(_JSON_FLAG, False)
            by_ending = format_of_file(given.get("output") or "", self.formats.choices)
            if given.get("report"):  # it is what the file holds
                by_ending = None
            given["format"] = _chosen_format(given["format"], as_json) or by_ending or default
        return self.option_group(**given)


def _chosen_format(format: Format | None, as_json: bool) -> Format | None:  # noqa: FBT001  a flag
    """Return the format of --format or --json; None without them."""
    if not as_json:
        return format
    if format not in (None, Format.JSON):
        problem = f"does not go with --format {format}"
        raise InputError([Fault("--json", problem, remedy="leave one of them out")])
    return Format.JSON


def expand_option_groups(function: Callable[..., None]) -> Callable[..., None]:
    """Return the command as typer takes it: with a parameter for each option."""
    groups: dict[str, _Group] = {}
    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(function).parameters.items():
        option_group, metadata = _split_annotation(parameter.annotation)
        if hasattr(option_group, "_fields"):
            groups[name], options = _expand(option_group, _find_formats(metadata))
            parameters += options
        else:
            parameters.append(
                parameter.replace(
                    kind=inspect.Parameter.KEYWORD_ONLY,
                    annotation=_parsed(parameter.annotation, parameter.name),
                )
            )

    def wrapper(**values: Any) -> None:
        option_groups = {name: group.read(values) for name, group in groups.items()}
        function(**values, **option_groups)

    wrapper.__doc__ = function.__doc__
    wrapper.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what typer reads
    wrapper.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return wrapper


def _expand(option_group: Any, formats: Formats | None) -> tuple[_Group, list[inspect.Parameter]]:
    """Return the group and its options; `formats` replace those of its `format`."""
    own_formats = {
        field: _find_formats(_split_annotation(annotation)[1])
        for field, annotation in option_group.__annotations__.items()
    }
    formats = formats or own_formats.get("format")
    offered = {format for one in (formats, *own_formats.values()) if one for format in one.choices}
    fields = tuple(
        field
        for field in option_group._fields
        if field != "open_page" or any(page in offered for page in PAGES)
    )
    options = [
        _option(option_group, field, formats if field == "format" else own_formats[field])
        for field in fields
    ]
    if formats is not None and Format.JSON in formats.choices:
        options.insert(fields.index("format") + 1, _keyword(_JSON_FLAG, JSON_OPTION, default=False))
    return _Group(option_group, fields, formats), options


def _option(option_group: Any, field: str, formats: Formats | None) -> inspect.Parameter:
    """Return a field of a group as a parameter; a format is None where it is not given."""
    annotation = option_group.__annotations__[field]
    default = option_group._field_defaults[field]
    if formats is None:
        return _keyword(field, _parsed(annotation, field), default=default)
    info = with_choices(_find_info(_split_annotation(annotation)[1]), formats.choices)
    if default is not None:
        info.help += f" [default: as the name of FILE ends, else {formats.default or default}]"
    return _keyword(field, Annotated[str | None, info], default=None)


def _parsed(annotation: Any, name: str) -> Any:
    """Return the annotation of a parameter, with a parser of our own for words and for numbers."""
    value_type, metadata = _split_annotation(annotation)
    info = _find_info(metadata)
    choices = choices_of(value_type)
    if choices:
        described = with_choices(info, choices)
        described.metavar = info.metavar or name.upper()
        return Annotated[list[str] | None if is_list(value_type) else str | None, described]
    kind = base_type(value_type)
    if kind in (int, float) and info.min is not None:
        return Annotated[value_type, with_bounds(info, kind)]
    return annotation


def _keyword(name: str, annotation: Any, *, default: Any) -> inspect.Parameter:
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )


def _split_annotation(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return the type and the metadata of an annotation."""
    if get_origin(annotation) is not Annotated:
        return annotation, ()
    value_type, *metadata = get_args(annotation)
    return value_type, tuple(metadata)


def _find_info(metadata: tuple[Any, ...]) -> Any:
    return next((one for one in metadata if isinstance(one, ParameterInfo)), None)


def _find_formats(metadata: tuple[Any, ...]) -> Formats | None:
    return next((one for one in metadata if isinstance(one, Formats)), None)
