"""A process pool that yields results in input order and keeps few items in memory."""

from __future__ import annotations

import os
import signal
from collections import deque
from contextlib import contextmanager, suppress
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from certadvisor.base.frames import REMOTE_FRAMES, own_frames
from certadvisor.errors import Fault, InputError

if TYPE_CHECKING:  # most commands start no processes
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.connection import Connection

Setup = TypeVar("Setup")
Item = TypeVar("Item")
Result = TypeVar("Result")

MAX_JOBS = 61  # the most processes that Windows can wait for at once
_ITEMS_PER_PROCESS = 3  # items in flight for each process, so that none of them idles


def available_cores() -> int:
    """Return how many cores this process may use, at most `MAX_JOBS`."""
    if hasattr(os, "sched_getaffinity"):
        return min(MAX_JOBS, len(os.sched_getaffinity(0)))
    return min(MAX_JOBS, os.cpu_count() or 1)


def map_ordered(
    make_worker: Callable[[Setup], Callable[[Item], Result]],
    setup: Setup,
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
        yield from _map_in_processes(make_worker, setup, chain(first, pending), jobs)
        return
    worker = make_worker(setup)
    for item in chain(first, pending):
        yield item, worker(item)


def _map_in_processes(
    make_worker: Callable[[Setup], Callable[[Item], Result]],
    setup: Setup,
    items: Iterable[Item],
    jobs: int,
) -> Generator[tuple[Item, Result], None, None]:
    pool: _Pool[Item, Result] = _Pool(make_worker, setup, jobs)
    tasks: deque[_Task[Item, Result]] = deque()
    try:
        for item in items:
            tasks.append(pool.submit(item))
            while tasks and (tasks[0].done or len(tasks) >= jobs * _ITEMS_PER_PROCESS):
                yield pool.result_of(tasks.popleft())
        while tasks:
            yield pool.result_of(tasks.popleft())
    finally:
        pool.terminate()


class _Task(Generic[Item, Result]):
    """An item in flight, and its result or error once it is done."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.done = False
        self.result: Result
        self.error: Exception | None = None


class _Pool(Generic[Item, Result]):
    """Processes that each work on one item at a time; spawned, so alike on every system."""

    def __init__(self, make_worker: Any, setup: Any, jobs: int) -> None:
        from multiprocessing import get_context

        self._context = get_context("spawn")
        self._worker_arguments = make_worker, setup
        self._jobs = jobs
        self._processes: list[Any] = []
        self._idle: list[tuple[Connection, Connection]] = []
        self._busy: dict[Connection, tuple[Connection, _Task[Item, Result]]] = {}

    def submit(self, item: Item) -> _Task[Item, Result]:
        """Send an item to an idle process; waits for one, or starts one where there are few."""
        if not self._idle and len(self._processes) < self._jobs:
            self._idle.append(self._start_process())
        while not self._idle:
            self._receive()
        results, requests = self._idle.pop()
        task: _Task[Item, Result] = _Task(item)
        with _process_end_as_fault():
            requests.send(item)
        self._busy[results] = requests, task
        return task

    def result_of(self, task: _Task[Item, Result]) -> tuple[Item, Result]:
        """Wait for a task and return its item and result. Raises what the worker raised."""
        while not task.done:
            self._receive()
        if task.error:
            raise task.error
        return task.item, task.result

    def terminate(self) -> None:
        """Terminate all processes."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()

    def _start_process(self) -> tuple[Connection, Connection]:
        requests_out, requests_in = self._context.Pipe(duplex=False)
        results_out, results_in = self._context.Pipe(duplex=False)
        process = self._context.Process(
            target=_run_worker,
            args=(*self._worker_arguments, requests_out, results_in),
            daemon=True,
        )
        with _sigint_blocked():
            process.start()
        self._processes.append(process)
        # The child has its own copies: with these closed, each side sees the other one end.
        for child_end in (requests_out, results_in):
            child_end.close()
        return results_out, requests_in

    def _receive(self) -> None:
        """Wait until a process is done and take its results."""
        from multiprocessing.connection import wait

        ready = wait(list(self._busy))
        for results in [one for one in self._busy if one in ready]:
            requests, task = self._busy.pop(results)
            with _process_end_as_fault():
                task.error, task.result = results.recv()
            task.done = True
            self._idle.append((results, requests))


@contextmanager
def _process_end_as_fault() -> Iterator[None]:
    """Raise InputError where a process is gone: only the system ends one that has work."""
    try:
        yield
    except (EOFError, OSError):
        remedy = "run it again, with fewer --jobs where memory is short"
        fault = Fault("--jobs", "a process was ended by the system", remedy=remedy)
        raise InputError([fault]) from None


@contextmanager
def _sigint_blocked() -> Iterator[None]:
    """Block SIGINT while a child starts, so that Ctrl-C reaches only the parent, which decides."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    old_mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, old_mask)


def _run_worker(
    make_worker: Callable[[Any], Callable[[Any], Any]],
    setup: Any,
    requests: Connection,
    results: Connection,
) -> None:
    """Work on one item after another until the parent process closes the pipe or dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    worker: Callable[[Any], Any] | None = None
    with suppress(EOFError, OSError):
        while True:
            item = requests.recv()
            error, result = None, None
            try:
                worker = worker or make_worker(setup)
                result = worker(item)
            except Exception as exception:  # noqa: BLE001  sent to the parent and raised there
                vars(exception)[REMOTE_FRAMES] = own_frames(exception.__traceback__)
                error = exception
            results.send((error, result))
