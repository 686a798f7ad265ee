"""JSON from untrusted files: bounded in size and depth, and refused with a reason."""

import json
from collections import Counter
from typing import Any

from certadvisor.errors import Fault, InputError

MAX_BYTES = 8 * 1024 * 1024
_MAX_DEPTH = 60


class Read:
    """Parsed JSON, and the keys that one object contains twice (in order, each once).

    Raises InputError where the text is too large, nested too deeply, or not valid JSON.
    """

    def __init__(self, raw: bytes, source: str) -> None:
        self.twice: dict[str, None] = {}
        self.data = _decoded(raw, source, self._object)
        if _deeper(self.data, _MAX_DEPTH):
            raise _fault(source, "is nested too deeply")

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            self.twice.update(dict.fromkeys(key for key in found if counts[key] > 1))
        return found


def _decoded(raw: bytes, source: str, pairs: Any) -> Any:
    if len(raw) > MAX_BYTES:
        raise _fault(source, f"is larger than {MAX_BYTES // 1024 // 1024} MB", "take pictures out")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _fault(source, "is not UTF-8 text", "save it as UTF-8") from None
    if not text.strip():
        raise _fault(source, "is empty", "export it again")
    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        where = Fault(source, f"is not valid JSON: {error.msg.lower()}", error.lineno)
        raise InputError([where._replace(remedy="mend the syntax, or export it again")]) from None
    except RecursionError:
        raise _fault(source, "is nested too deeply") from None
    except ValueError:  # a number of thousands of digits
        raise _fault(source, "holds a number that is too long") from None


def _deeper(data: Any, depth: int) -> bool:
    """Whether the data has more than `depth` levels. A loop: recursion would overflow the stack."""
    level = [data]
    for _ in range(depth):
        level = [inner for outer in level for inner in _children(outer)]
        if not level:
            return False
    return True


def _children(data: Any) -> list[Any]:
    if isinstance(data, dict):
        return list(data.values())
    return data if isinstance(data, list) else []


def _fault(source: str, problem: str, remedy: str = "") -> InputError:
    return InputError([Fault(source, problem, remedy=remedy)])
