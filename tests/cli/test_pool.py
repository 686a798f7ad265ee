"""Work spread over processes: order, faults, and how few items are held."""

import os
import signal
from collections.abc import Callable, Iterator
from typing import cast

import pytest

from certadvisor.batch.pool import in_order
from certadvisor.batch.worker import Question, begin
from certadvisor.cli import error_handler
from certadvisor.errors import Fault, InputError


def doubling(by: int) -> Callable[[int], int]:
    """What multiplies."""
    return lambda item: item * by


def failing(_: int) -> Callable[[int], int]:
    """What cannot take a three."""

    def work(item: int) -> int:
        if item == 3:
            raise InputError([Fault("three", "is one too many"), Fault("three", "is odd")])
        return item

    return work


def ending(_: int) -> Callable[[int], int]:
    """What a system does to a process that takes too much memory."""

    def work(item: int) -> int:
        os.kill(os.getpid(), signal.SIGTERM)
        return item

    return work


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    """However many processes share the work."""
    assert list(in_order(doubling, 2, range(40), jobs)) == [(n, n * 2) for n in range(40)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_an_item_raises_is_raised_here(jobs: int) -> None:
    """Whole, from whatever process, after the results before it."""
    found = in_order(failing, 0, range(9), jobs)
    assert [next(found) for _ in range(3)] == [(0, 0), (1, 1), (2, 2)]
    with pytest.raises(InputError) as caught:
        next(found)
    assert [fault.problem for fault in caught.value.faults] == ["is one too many", "is odd"]


def test_a_fault_of_ours_in_another_process_tells_its_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The report names the file that was at fault, and not the one that heard of it."""
    with pytest.raises(SystemExit), error_handler.spread():
        list(in_order(begin, cast("Question", None), [(), ()], 2))
    assert "AttributeError at certadvisor.batch.worker:" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_few_items_are_held(jobs: int) -> None:
    """Memory does not grow with the items: no more are read than keep all processes busy."""
    read = 0

    def items() -> Iterator[int]:
        nonlocal read
        for number in range(200):
            read = number
            yield number

    most = max(read - item for item, _ in in_order(doubling, 1, items(), jobs))
    assert most <= 3 * jobs


def test_a_process_that_the_system_ends_is_told() -> None:
    """It is no endless wait."""
    with pytest.raises(InputError, match="ended by the system"):
        list(in_order(ending, 0, range(9), 2))


@pytest.mark.parametrize("items", [[], [7]])
def test_what_cannot_be_shared_begins_no_process(items: list[int]) -> None:
    """A closure can be sent to no process, and need not be."""
    assert list(in_order(lambda by: lambda item: item * by, 3, items, 4)) == [
        (item, item * 3) for item in items
    ]
