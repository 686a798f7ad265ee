"""The process pool: order of results, exceptions, and items in memory."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from typing import cast

import pytest

from certadvisor.batch.pool import map_ordered
from certadvisor.batch.worker import BatchRequest, make_judge
from certadvisor.cli import error_handler
from certadvisor.errors import Fault, InputError

pytestmark = pytest.mark.company


def make_multiplier(factor: int) -> Callable[[int], int]:
    """Return a worker that multiplies."""
    return lambda item: item * factor


def make_raising_worker(_: int) -> Callable[[int], int]:
    """Return a worker that raises for a three."""

    def work(item: int) -> int:
        if item == 3:
            raise InputError([Fault("three", "is one too many"), Fault("three", "is odd")])
        return item

    return work


def make_dying_worker(_: int) -> Callable[[int], int]:
    """Return a worker that is killed, as a system does when memory runs out."""

    def work(item: int) -> int:
        os.kill(os.getpid(), signal.SIGTERM)
        return item

    return work


def make_sleeper(_: int) -> Callable[[float], float]:
    """Return a worker that takes as many seconds as the item says."""

    def work(seconds: float) -> float:
        time.sleep(seconds)
        return seconds

    return work


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    """However many processes there are."""
    assert list(map_ordered(make_multiplier, 2, range(40), jobs)) == [(n, n * 2) for n in range(40)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_in_a_worker_is_raised_in_the_parent(jobs: int) -> None:
    """With all its faults, and after the results before it."""
    results = map_ordered(make_raising_worker, 0, range(9), jobs)
    assert [next(results) for _ in range(3)] == [(0, 0), (1, 1), (2, 2)]
    with pytest.raises(InputError) as caught:
        next(results)
    assert [fault.problem for fault in caught.value.faults] == ["is one too many", "is odd"]


def test_an_internal_error_in_a_worker_is_reported_with_its_location(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The report names the module that raised it, not the one that received it."""
    with pytest.raises(SystemExit), error_handler.handle_errors():
        list(map_ordered(make_judge, cast("BatchRequest", None), [(), ()], 2))
    assert "AttributeError at certadvisor.batch.worker:" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_pool_reads_only_a_few_items_ahead(jobs: int) -> None:
    """Memory does not grow with the items: at most three per process are in flight."""
    last_read = 0

    def items() -> Iterator[int]:
        nonlocal last_read
        for number in range(200):
            last_read = number
            yield number

    most_ahead = max(last_read - item for item, _ in map_ordered(make_multiplier, 1, items(), jobs))
    assert most_ahead <= 3 * jobs


def test_a_worker_ended_by_the_system_is_an_error() -> None:
    """The parent does not wait forever."""
    with pytest.raises(InputError, match="ended by the system"):
        list(map_ordered(make_dying_worker, 0, range(9), 2))


def test_closing_the_results_ends_the_workers_at_once() -> None:
    """Neither what they work on nor what waits for them is finished."""
    results = map_ordered(make_sleeper, 0, [0, 0, *[60] * 9], 2)
    assert next(results) == (0, 0)
    start = time.monotonic()
    results.close()
    assert time.monotonic() - start < 10
    assert active_children() == []


@pytest.mark.parametrize("items", [[], [7]])
def test_a_single_item_starts_no_process(items: list[int]) -> None:
    """The worker is a closure, which could not be sent to another process."""
    assert list(map_ordered(lambda by: lambda item: item * by, 3, items, 4)) == [
        (item, item * 3) for item in items
    ]


def make_slow_reader(_: int) -> Callable[[bytes], int]:
    """Return a worker that takes long with every item but the first."""

    def work(item: bytes) -> int:
        time.sleep(30 if item.startswith(b"slow") else 0)
        return len(item)

    return work


def test_closing_does_not_wait_for_items_that_fill_the_pipe() -> None:
    """Larger than its buffer, so that a thread of this process is still writing them."""
    items = iter([b"quick", *[b"slow" * 1_000_000] * 8])
    results = map_ordered(make_slow_reader, 0, items, 2)
    assert next(results) == (b"quick", 5)
    results.close()
    assert active_children() == []
