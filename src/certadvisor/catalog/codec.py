"""Writes the catalogue's records as plain JSON data and reads them back.

The form follows from the annotations of a record's fields alone: a record is the list of
its fields, a tuple a list, a date its ISO form, and a requirement the list of its kind, as
the YAML language calls it, and its fields. A new field or a new kind of requirement needs
no code here. `decode` checks nothing: it is for data that `encode` made.
"""

import sys
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from itertools import pairwise
from types import UnionType
from typing import Any, NamedTuple, TypeAlias, TypeVar, Union, get_args, get_origin

JsonData: TypeAlias = bool | int | float | str | list["JsonData"] | dict[str, "JsonData"] | None
Record = TypeVar("Record", bound=tuple[Any, ...])


def encode(record: tuple[Any, ...]) -> JsonData:
    """The record, a named tuple, as plain JSON data that `decode` turns back into an equal one.

    Raises TypeError if a field's annotation has no JSON form.
    """
    data: JsonData = _codec_of(type(record)).encode(record)
    return data


def decode(record_type: type[Record], data: JsonData) -> Record:
    """The record of this type that `encode` made the data from."""
    record: Record = _codec_of(record_type).decode(data)
    return record


class _Codec(NamedTuple):
    """How values of one annotation become JSON data and are made from it."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


class _TaggedCodec(_Codec):
    """The codec of a union of record types; its data is never null."""


def _unchanged(value: Any) -> Any:
    return value


_UNCHANGED = _Codec(_unchanged, _unchanged)  # skipped wherever the JSON data is the value already
_DATE = _Codec(date.isoformat, date.fromisoformat)
_ITEMS = _Codec(list, tuple)


# Made when first needed and from `__annotations__`: `typing.get_type_hints` would evaluate
# and copy the hints of every class on each start.
@cache
def _codec_of(annotation: Any, module: str = "") -> _Codec:
    """The codec of an annotation; a name in quotes is one of `module`."""
    if isinstance(annotation, str):
        return _codec_of(getattr(sys.modules[module], annotation), module)
    if annotation in (bool, int, float, str):
        return _UNCHANGED
    if annotation is date:
        return _DATE
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (UnionType, Union):
        return _union_codec(parts, module)
    if origin is tuple and parts[1:] == (...,):
        return _sequence_codec(_codec_of(parts[0], module))
    if origin is tuple:
        return _row_codec(tuple, tuple(_codec_of(part, module) for part in parts))
    if origin is dict and parts[0] is str:
        return _mapping_codec(_codec_of(parts[1], module))
    if _is_record(annotation):
        return _record_codec(annotation)
    raise TypeError(f"no JSON form is defined for {annotation!r}")


def _is_record(annotation: Any) -> bool:
    return isinstance(annotation, type) and hasattr(annotation, "_fields")


def _union_codec(parts: tuple[Any, ...], module: str) -> _Codec:
    types = tuple(part for part in parts if part is not type(None))
    if len(types) > 1 and all(map(_is_record, types)):
        codec = _tagged_codec(types)
    else:
        codecs = {_codec_of(part, module) for part in types}
        if len(codecs) > 1:
            raise TypeError(f"no JSON form is defined for a union of {types!r}")
        codec = codecs.pop()
    return codec if len(types) == len(parts) else _optional_codec(codec)


def _optional_codec(codec: _Codec) -> _Codec:
    if codec is _UNCHANGED:
        return _UNCHANGED
    encode_value, decode_value = codec
    return _Codec(
        lambda value: None if value is None else encode_value(value),
        lambda data: None if data is None else decode_value(data),
    )


def _sequence_codec(item: _Codec) -> _Codec:
    if item is _UNCHANGED:
        return _ITEMS
    return _Codec(
        lambda value: list(map(item.encode, value)), lambda data: tuple(map(item.decode, data))
    )


def _mapping_codec(item: _Codec) -> _Codec:
    if item is _UNCHANGED:
        return _UNCHANGED
    return _Codec(
        lambda value: {key: item.encode(part) for key, part in value.items()},
        lambda data: {key: item.decode(part) for key, part in data.items()},
    )


def _record_codec(record_type: type[tuple[Any, ...]]) -> _Codec:
    module, annotations = record_type.__module__, record_type.__annotations__.values()
    return _row_codec(record_type, tuple(_codec_of(part, module) for part in annotations))


def _row_codec(row_type: type[tuple[Any, ...]], fields: tuple[_Codec, ...]) -> _Codec:
    """The codec of a tuple with a codec for each of its fields.

    A requirement that repeats the one before it in the row is written as null and read as
    the same object: exam rules mostly repeat the award rule.
    """
    make = tuple if row_type is tuple else partial(tuple.__new__, row_type)
    if all(field is _UNCHANGED for field in fields):
        return _Codec(list, make)
    repeats = _repeatable_fields(fields)
    later = {index for index, _ in repeats}
    decoders = [
        (index, (_optional_codec(field) if index in later else field).decode)
        for index, field in enumerate(fields)
        if field is not _UNCHANGED
    ]

    def encode_row(row: tuple[Any, ...]) -> list[Any]:
        data = [field.encode(value) for field, value in zip(fields, row, strict=True)]
        for index, earlier in repeats:
            if data[index] == data[earlier]:
                data[index] = None
        return data

    def decode_row(data: list[Any]) -> tuple[Any, ...]:
        row = data[:]
        for index, decode_field in decoders:
            row[index] = decode_field(row[index])
        for index, earlier in repeats:
            if row[index] is None:
                row[index] = row[earlier]
        return make(row)

    return _Codec(encode_row, decode_row)


def _repeatable_fields(fields: tuple[_Codec, ...]) -> tuple[tuple[int, int], ...]:
    """The index of each union of records, and that of the field before it with the same union."""
    unions = [index for index, field in enumerate(fields) if isinstance(field, _TaggedCodec)]
    return tuple(
        (index, earlier) for earlier, index in pairwise(unions) if fields[index] is fields[earlier]
    )


class _LazyCodecs(dict[str, _Codec]):
    """The codecs of record types by tag, each made on first use: requirements contain others."""

    def __init__(self, types: tuple[type[tuple[Any, ...]], ...]) -> None:
        super().__init__()
        self._types = {_tag(record_type): record_type for record_type in types}

    def __missing__(self, tag: str) -> _Codec:
        self[tag] = codec = _codec_of(self._types[tag])
        return codec


def _tagged_codec(types: tuple[type[tuple[Any, ...]], ...]) -> _Codec:
    """The codec of a union of records: equal tuples of two types would be one without a tag."""
    codecs = _LazyCodecs(types)

    def encode_tagged(record: tuple[Any, ...]) -> list[Any]:
        tag = _tag(type(record))
        return [tag, *codecs[tag].encode(record)]

    def decode_tagged(data: list[Any]) -> tuple[Any, ...]:
        record: tuple[Any, ...] = codecs[data[0]].decode(data[1:])
        return record

    return _TaggedCodec(encode_tagged, decode_tagged)


def _tag(record_type: type[tuple[Any, ...]]) -> str:
    """The kind of a record as the YAML language calls it: `degree` for Degree, `all` for AllOf."""
    return record_type.__name__.removesuffix("Of").lower()
