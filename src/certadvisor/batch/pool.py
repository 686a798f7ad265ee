"""A process pool that yields results in input order and keeps few items in memory."""

from __future__ import annotations

import os
import signal
from collections import deque
from contextlib import contextmanager, suppress
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from certadvisor.cli import error_handler
from certadvisor.errors import Fault, InputError

if TYPE_CHECKING:  # most commands start no processes
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.connection import Connection

Given = TypeVar("Given")
Item = TypeVar("Item")
Result = TypeVar("Result")

MOST = 61  # the most processes that Windows can wait for at once
_AHEAD = 3  # items in flight for each process, so that none of them idles


def cores() -> int:
    """Return how many cores this process may use, at most `MAX_JOBS`."""
    if hasattr(os, "sched_getaffinity"):
        return min(MOST, len(os.sched_getaffinity(0)))
    return min(MOST, os.cpu_count() or 1)


def in_order(
    begin: Callable[[Given], Callable[[Item], Result]],
    given: Given,
    items: Iterable[Item],
    jobs: int,
) -> Generator[tuple[Item, Result], None, None]:
    """Yield `(item, result)` in input order.

    `make_worker(setup)` runs once in each process and returns the function that is applied
    to the items. A single job, or a single item, runs in this process; otherwise function,
    setup, items and results are pickled. Raises what the function raises, and InputError
    where a process dies.
    """
    pending = iter(items)
    first = list(islice(pending, 2))
    if jobs > 1 and len(first) > 1:
        yield from _shared(begin, given, chain(first, pending), jobs)
        return
    work = begin(given)
    for item in chain(first, pending):
        yield item, work(item)


def _shared(
    begin: Callable[[Given], Callable[[Item], Result]],
    given: Given,
    items: Iterable[Item],
    jobs: int,
) -> Generator[tuple[Item, Result], None, None]:
    crew: _Crew[Item, Result] = _Crew(begin, given, jobs)
    waiting: deque[_Task[Item, Result]] = deque()
    try:
        for item in items:
            waiting.append(crew.take(item))
            while waiting and (waiting[0].done or len(waiting) >= jobs * _AHEAD):
                yield crew.finished(waiting.popleft())
        while waiting:
            yield crew.finished(waiting.popleft())
    finally:
        crew.dismiss()


class _Task(Generic[Item, Result]):
    """An item in flight, and its result or error once it is done."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.done = False
        self.result: Result
        self.error: Exception | None = None


class _Crew(Generic[Item, Result]):
    """Processes that each work on one item at a time; spawned, so alike on every system."""

    def __init__(self, begin: Any, given: Any, jobs: int) -> None:
        from multiprocessing import get_context

        self._context = get_context("spawn")
        self._given = begin, given
        self._jobs = jobs
        self._processes: list[Any] = []
        self._idle: list[tuple[Connection, Connection]] = []
        self._busy: dict[Connection, tuple[Connection, _Task[Item, Result]]] = {}

    def take(self, item: Item) -> _Task[Item, Result]:
        """Send an item to an idle process; waits for one, or starts one where there are few."""
        if not self._idle and len(self._processes) < self._jobs:
            self._idle.append(self._another())
        while not self._idle:
            self._collect()
        answers, questions = self._idle.pop()
        task: _Task[Item, Result] = _Task(item)
        with _ended():
            questions.send(item)
        self._busy[answers] = questions, task
        return task

    def finished(self, task: _Task[Item, Result]) -> tuple[Item, Result]:
        """Wait for a task and return its item and result. Raises what the worker raised."""
        while not task.done:
            self._collect()
        if task.error:
            raise task.error
        return task.item, task.result

    def dismiss(self) -> None:
        """Terminate all processes."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()

    def _another(self) -> tuple[Connection, Connection]:
        questions_out, questions_in = self._context.Pipe(duplex=False)
        answers_out, answers_in = self._context.Pipe(duplex=False)
        process = self._context.Process(
            target=_serve, args=(*self._given, questions_out, answers_in), daemon=True
        )
        with _left_alone():
            process.start()
        self._processes.append(process)
        # The child has its own copies: with these closed, each side sees the other one end.
        for theirs in (questions_out, answers_in):
            theirs.close()
        return answers_out, questions_in

    def _collect(self) -> None:
        """Wait until a process is done and take its results."""
        from multiprocessing.connection import wait

        ready = wait(list(self._busy))
        for answers in [one for one in self._busy if one in ready]:
            questions, task = self._busy.pop(answers)
            with _ended():
                task.error, task.result = answers.recv()
            task.done = True
            self._idle.append((answers, questions))


@contextmanager
def _ended() -> Iterator[None]:
    """Raise InputError where a process is gone: only the system ends one that has work."""
    try:
        yield
    except (EOFError, OSError):
        remedy = "run it again, with fewer --jobs where memory is short"
        fault = Fault("--jobs", "a process was ended by the system", remedy=remedy)
        raise InputError([fault]) from None


@contextmanager
def _left_alone() -> Iterator[None]:
    """Block SIGINT while a child starts, so that Ctrl-C reaches only the parent, which decides."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    begin: Callable[[Any], Callable[[Any], Any]],
    given: Any,
    questions: Connection,
    answers: Connection,
) -> None:
    """Work on one item after another until the parent process closes the pipe or dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work: Callable[[Any], Any] | None = None
    with suppress(EOFError, OSError):
        while True:
            item = questions.recv()
            error, result = None, None
            try:
                work = work or begin(given)
                result = work(item)
            except Exception as raised:  # noqa: BLE001  sent to the parent and raised there
                vars(raised)[error_handler.ELSEWHERE] = error_handler.places(raised.__traceback__)
                error = raised
            answers.send((error, result))
