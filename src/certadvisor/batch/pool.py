"""A process pool that yields results in input order and keeps few items in memory."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from collections import deque
from contextlib import contextmanager, suppress
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

from certadvisor.base.frames import REMOTE_FRAMES, own_frames
from certadvisor.errors import Fault, InputError

if TYPE_CHECKING:  # most commands start no processes
    from collections.abc import Callable, Generator, Iterable, Iterator
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.connection import Connection

Setup = TypeVar("Setup")
Item = TypeVar("Item")
Result = TypeVar("Result")

MAX_JOBS = 61  # the most processes that Windows can wait for at once
_ITEMS_PER_PROCESS = 3  # items in flight for each process, so that none of them idles
_SEND_SECONDS = 5  # how long a process may take to send a result that may never be read


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
    if jobs > 1:
        first = list(islice(pending, 2))
        pending = chain(first, pending)
        if len(first) > 1:
            yield from _map_in_processes(make_worker, setup, pending, jobs)
            return
    worker = make_worker(setup)
    for item in pending:
        yield item, worker(item)


def _map_in_processes(
    make_worker: Callable[[Setup], Callable[[Item], Result]],
    setup: Setup,
    items: Iterable[Item],
    jobs: int,
) -> Generator[tuple[Item, Result], None, None]:
    from concurrent.futures.process import BrokenProcessPool

    tasks: deque[tuple[Item, Future[Result]]] = deque()
    try:
        with _open_pool(make_worker, setup, jobs) as pool:
            for item in items:
                with _sigint_blocked():
                    tasks.append((item, pool.submit(_apply_worker, item)))
                while tasks and (tasks[0][1].done() or len(tasks) >= jobs * _ITEMS_PER_PROCESS):
                    oldest, future = tasks.popleft()
                    yield oldest, future.result()
            for item, future in tasks:
                yield item, future.result()
    except BrokenProcessPool:  # only the system ends a process that has work
        remedy = "run it again, with fewer --jobs where memory is short"
        fault = Fault("--jobs", "a process was ended by the system", remedy=remedy)
        raise InputError([fault]) from None


@contextmanager
def _open_pool(
    make_worker: Callable[[Setup], Callable[[Item], Result]], setup: Setup, jobs: int
) -> Iterator[ProcessPoolExecutor]:
    """Open a pool whose processes end at once when it is closed, or when this process dies.

    An executor lets its processes finish what they have, and leaves them waiting for ever
    where its own process is killed. So each of them watches one end of a pipe, whose other
    end is in this process alone.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, as on every system and in every version of Python: a fork would copy the threads'
    # locks (of a progress bar, or of the program that uses the API) without the threads, and
    # saves no more than the start of Python and an import, a tenth of a second in each process.
    context = get_context("spawn")
    lifeline, other_end = context.Pipe(duplex=False)
    # Pickled here, so that what fails when it is read is an error of the first item. The executor
    # itself would end the process, and take that for the end of the pool.
    arguments = pickle.dumps((make_worker, setup)), lifeline
    with _silent_resource_tracker():
        pool = ProcessPoolExecutor(jobs, context, _start_worker, arguments)
    try:
        yield pool
    finally:
        other_end.close()
        if sys.version_info < (3, 11, 5):
            # It waits for ever for a large item that no process is left to read, since its own
            # reading end stays open (python/cpython#94777). Closed, the write fails at once.
            pool._call_queue._reader.close()  # type: ignore[attr-defined]  # noqa: SLF001  no other
        pool.shutdown(cancel_futures=True)
        lifeline.close()


@contextmanager
def _silent_resource_tracker() -> Iterator[None]:
    """Start the tracker of an executor's semaphores with an option that silences it.

    Where this process is killed, the tracker removes the semaphores, as it should, but warns of
    them on standard error, as if a killed program could have done so itself.
    """
    option = "ignore:resource_tracker"
    sys.warnoptions.append(option)  # a child is started with them
    try:
        yield
    finally:
        sys.warnoptions.remove(option)


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


class _WorkerProcess:
    """What a worker process does with items: apply a function that it makes for the first one."""

    def __init__(self, pickled_worker: bytes, lifeline: Connection) -> None:
        self._pickled_worker = pickled_worker
        self._worker: Callable[[Any], Any] | None = None
        # Held between two items, when a result may be on its way: half a result would keep the
        # parent waiting for the rest of it.
        self._sending = threading.Lock()
        self._sending.acquire()
        threading.Thread(target=self._exit_with_pool, args=(lifeline,), daemon=True).start()

    def apply(self, item: Any) -> Any:
        """Apply the function. An exception carries the frames that pickling would drop."""
        self._sending.release()
        try:
            if self._worker is None:
                self._worker = self._make_worker()
            return self._worker(item)
        except Exception as error:
            vars(error)[REMOTE_FRAMES] = own_frames(error.__traceback__)
            raise
        finally:
            self._sending.acquire()

    def _make_worker(self) -> Callable[[Any], Any]:
        make_worker, setup = pickle.loads(self._pickled_worker)  # noqa: S301  of our parent
        worker: Callable[[Any], Any] = make_worker(setup)
        # What the worker holds lives as long as the process, so the collector need not scan it
        # again, and an item leaves few reference cycles behind.
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)
        return worker

    def _exit_with_pool(self, lifeline: Connection) -> None:
        with suppress(OSError):  # how Windows reports that the other end is closed
            lifeline.poll(None)
        self._sending.acquire(timeout=_SEND_SECONDS)
        os._exit(0)


def _start_worker(pickled_worker: bytes, lifeline: Connection) -> None:
    """Prepare this process for items: the initializer of the pool."""
    global _process  # noqa: PLW0603  in no other way can an initializer leave something behind
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _process = _WorkerProcess(pickled_worker, lifeline)


def _apply_worker(item: Any) -> Any:
    return _process.apply(item)


_process: _WorkerProcess  # in a worker process
