"""A row that makes us fail: a reject with the place of the fault, and the run goes on."""

from collections.abc import Callable
from typing import TypeVar

from certadvisor.base.frames import own_frames
from certadvisor.errors import Fault, InputError
from certadvisor.people.person import Reject

Result = TypeVar("Result")


def or_reject(
    work: Callable[[], Result], source: str, line: int, id: str | None = None
) -> Result | Reject:
    """Do the work for one row, and turn an unforeseen error into a reject.

    Its fault names the error and the place in our code, but not the message, which may quote
    the row. What the surroundings do (a full disk, no memory) is raised.
    """
    try:
        return work()
    except (InputError, OSError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  the rows after it are judged
        frames = " < ".join(own_frames(error.__traceback__))
        problem = f"made certadvisor fail ({type(error).__name__} at {frames})"
        remedy = "report this line: it is a bug of ours; the row may hold something unusual"
        return Reject(line, id, (Fault(source, problem, line, remedy=remedy),))
