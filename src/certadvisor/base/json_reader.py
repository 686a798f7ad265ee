"""JSON from untrusted files: bounded in size and depth, and refused with a reason."""

import json
from collections import Counter
from typing import Any

from certadvisor.errors import Fault, InputError

MAX_BYTES = 8 * 1024 * 1024
_MAX_DEPTH = 60


class ParsedJson:
    """Parsed JSON, and the keys that one object contains twice (in order, each once).

    Raises InputError where the text is too large, nested too deeply, or not valid JSON.
    """

    def __init__(self, raw: bytes, source: str) -> None:
        self.duplicate_keys: dict[str, None] = {}
        self.data = _decode(raw, source, self._build_object)
        if _is_deeper(self.data, _MAX_DEPTH):
            raise _input_error(source, "is nested too deeply")

    def _build_object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        mapping = dict(pairs)
        if len(mapping) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            self.duplicate_keys.update(dict.fromkeys(key for key in mapping if counts[key] > 1))
        return mapping


def _decode(raw: bytes, source: str, object_hook: Any) -> Any:
    if len(raw) > MAX_BYTES:
        raise _input_error(
            source, f"is larger than {MAX_BYTES // 1024 // 1024} MB", "take pictures out"
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _input_error(source, "is not UTF-8 text", "save it as UTF-8") from None
    if not text.strip():
        raise _input_error(source, "is empty", "export it again")
    try:
        return json.loads(text, object_pairs_hook=object_hook, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        fault = Fault(source, f"is not valid JSON: {error.msg.lower()}", error.lineno)
        raise InputError([fault._replace(remedy="fix the syntax, or export it again")]) from None
    except RecursionError:
        raise _input_error(source, "is nested too deeply") from None
    except ValueError:  # a number of thousands of digits
        raise _input_error(source, "holds a number that is too long") from None


def _is_deeper(data: Any, max_depth: int) -> bool:
    """Whether the data has more than `depth` levels. A loop: recursion would overflow the stack."""
    level = [data]
    for _ in range(max_depth):
        level = [child for parent in level for child in _children(parent)]
        if not level:
            return False
    return True


def _children(data: Any) -> list[Any]:
    if isinstance(data, dict):
        return list(data.values())
    return data if isinstance(data, list) else []


def _input_error(source: str, problem: str, remedy: str = "") -> InputError:
    return InputError([Fault(source, problem, remedy=remedy)])
