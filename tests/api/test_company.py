"""The Python API in a host program: many threads, and no side effects."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from threading import Barrier
from typing import Any

import company
import pytest
from running import unmeasured_environment

from certadvisor import Advisor

pytestmark = pytest.mark.company
DAY = "2026-11-22"
THREADS = 8
RULES = {
    "policy": "P",
    "rules": [
        {"id": "holds", "who": {"role": "project-manager"}, "needs": {"holds": ["pmp", "capm"]}},
        {
            "id": "leads",
            "who": "everyone",
            "needs": {"experience": "project-leading", "months": 36},
        },
    ],
}
ApiCall = Callable[[Advisor], Any]


def make_calls() -> list[ApiCall]:
    """Return calls about six people: all of them at once, each alone, and a plan for one."""
    people = list(company.people(6))
    profiles = [
        {key: value for key, value in one.items() if key not in ("id", "title", "tags", "joined")}
        for one in people
    ]
    calls: list[ApiCall] = [
        lambda one: one.document(one.audit(people, RULES, DAY)),
        lambda one: [one.document(result) for result in one.batch(people, DAY)],
    ]
    for person in profiles:
        calls += [partial(check_document, person), partial(recommend_document, person)]
    return [*calls, partial(plan_document, profiles[0])]


def check_document(person: dict[str, Any], advisor: Advisor) -> Any:
    """Check the person for the PMP."""
    return advisor.document(advisor.check(person, "pmp", DAY))


def recommend_document(person: dict[str, Any], advisor: Advisor) -> Any:
    """Recommend three certifications."""
    return advisor.document(advisor.recommend(person, DAY, top=3))


def plan_document(person: dict[str, Any], advisor: Advisor) -> Any:
    """Plan the steps to the PMP."""
    return advisor.document(advisor.plan(person, "pmp", DAY))


@contextmanager
def fast_thread_switches() -> Iterator[None]:
    """Let threads switch a thousand times more often than by default."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(5e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def test_one_advisor_serves_many_threads() -> None:
    """Each thread makes all calls in its own order and gets the answers of a single thread."""
    calls, shared, start = make_calls(), Advisor(), Barrier(THREADS)

    def all_answers(seed: int) -> list[Any]:
        order = Random(seed).sample(range(len(calls)), len(calls))  # noqa: S311  no secret
        start.wait()  # all threads fill the shared caches at the same time
        answers_by_call = {index: calls[index](shared) for index in order}
        return [answers_by_call[index] for index in range(len(calls))]

    with fast_thread_switches(), ThreadPoolExecutor(THREADS) as threads:
        all_results = list(threads.map(all_answers, range(THREADS)))
    single = Advisor()
    expected = [call(single) for call in calls]
    assert all(answers == expected for answers in all_results)


WATCHED_PROGRAM = """
import os, sys
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
DONE = ("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.mkdir", "os.rename",
        "os.remove", "os.rmdir", "os.chdir", "os.putenv", "socket.", "shutil.", "tempfile.")
def watch(event, arguments):
    if event.startswith(DONE) or (event == "open" and arguments[2] & WRITES):
        sys.stderr.write(f"{event} {arguments}\\n")
sys.addaudithook(watch)
from certadvisor import Advisor, InputError
advisor = Advisor(cache=sys.argv[1] == "cache")
me = {"work": [{"title": "Project manager", "start": "2020"}], "certifications": [{"id": "pmmp"}]}
rules = {"policy": "P", "rules": [{"id": "r", "who": "everyone", "needs": {"holds": "pmp"}}]}
for answer in (advisor.check(me, "pmp"), advisor.recommend(me), advisor.plan(me, "pmp"),
               advisor.audit([{"id": "1", **me}, {"id": "1"}], rules),
               *advisor.batch([{"id": "1", **me}, {"id": "1"}])):
    advisor.document(answer)
try:
    advisor.check(me, "pmpp")
except InputError:
    pass
assert not {"typer", "click", "rich"} & {name.split(".")[0] for name in sys.modules}
"""


@pytest.mark.parametrize("cache", ["no cache", "cache"])
def test_nothing_is_printed_written_or_started(cache: str, tmp_path: Path) -> None:
    """No module of the command line is loaded, and only `cache=True` writes a cache."""
    result = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED_PROGRAM, cache],
        env=unmeasured_environment(HOME=str(tmp_path), LOCALAPPDATA=str(tmp_path)),
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (result.returncode, result.stdout) == (0, "")
    written = any(path.is_file() for path in tmp_path.rglob("*"))
    assert written == bool(result.stderr) == (cache == "cache")
