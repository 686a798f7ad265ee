"""Mutation testing: put small faults into the engine, one at a time, and see if a test fails.

`python tools/mutants.py --count 400 --seed 1 -- -m "not slow" tests` collects the tests once,
records which of them execute which line, and then forks for each mutant: the child exchanges
the code of one function and runs the tests that execute the changed lines until one fails.
A fork costs milliseconds where a new interpreter costs seconds, so 400 mutants take minutes.
What runs while modules are imported or tests collected is not mutated.
"""

import argparse
import gc
import importlib
import inspect
import json
import os
import pkgutil
import resource
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from types import FunctionType
from typing import Any

import coverage
import pytest
from mutations import SOURCES, Mutant, find_mutants, make_mutant, sample_mutants

ENGINE = (
    "rules/**/*.py", "profile/evidence.py", "base/months.py", "advice/recommend/*.py",
    "planner/*.py", "audit/*.py",
)  # fmt: skip


class MutantRunner:
    """A pytest plugin that runs mutants instead of the tests collected."""

    def __init__(self, mutants: list[Mutant], jobs: int) -> None:
        self.mutants, self.jobs = mutants, jobs
        self.running: dict[int, Mutant] = {}
        self.survivors: list[Mutant] = []
        self.failed: Callable[[str], None] | None = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Stop the child at the first failure."""
        if report.failed and self.failed:
            self.failed(report.nodeid)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Record the tests, then run each mutant in a child of its own."""
        _import_everything()
        gc.freeze()  # the collector would otherwise copy every page into every child
        tests_by_line, seconds = self._record(session.items)
        for number, mutant in enumerate(self.mutants):
            if number % 50 == 0:
                print(f"{number} of {len(self.mutants)} started", flush=True)
            lines = tests_by_line[mutant.file]
            names = {name for line in mutant.lines for name in lines.get(line, ())}
            items = [item for item in session.items if item.nodeid in names]
            if not items:
                self._survived(mutant, "no test executes it")
                continue
            if len(self.running) == self.jobs:
                self._wait()
            pid = os.fork()
            if pid == 0:
                self._run(mutant, _cheapest_first(items, seconds), seconds)
            self.running[pid] = mutant
        while self.running:
            self._wait()
        return True

    def _record(
        self, items: list[pytest.Item]
    ) -> tuple[dict[str, dict[int, list[str]]], dict[str, float]]:
        """Return the tests that execute each line of each file, and the seconds of each test."""
        with tempfile.TemporaryDirectory() as folder:
            database, times = Path(folder, "coverage"), Path(folder, "seconds")
            pid = os.fork()  # so that the children start with fresh fixtures and caches
            if pid == 0:
                _silence(items[0].config)
                self.failed = _fail_clean_run
                names = [str(SOURCES / "certadvisor" / pattern) for pattern in ENGINE]
                recorder = coverage.Coverage(str(database), config_file=False, include=names)
                recorder.start()
                seconds, caches = {}, _caches()
                for item, following in pairwise([*items, None]):
                    assert item  # noqa: S101  only the last one is None
                    for cached in caches:  # else only the first test executes its lines
                        cached.cache_clear()
                    recorder.switch_context(item.nodeid)
                    start = time.process_time()
                    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                    seconds[item.nodeid] = time.process_time() - start
                recorder.stop()
                recorder.save()
                times.write_text(json.dumps(seconds), "utf-8")
                os._exit(0)
            if os.waitpid(pid, 0)[1]:
                pytest.exit("the tests fail without a mutant")
            data = coverage.CoverageData(str(database))
            data.read()
            files = {
                Path(file).relative_to(SOURCES).as_posix(): file for file in data.measured_files()
            }
            lines = {name: data.contexts_by_lineno(file) for name, file in files.items()}
            return defaultdict(dict, lines), json.loads(times.read_text("utf-8"))

    def _run(self, mutant: Mutant, items: list[pytest.Item], seconds: dict[str, float]) -> None:
        """In the child: run the tests and end with 1 if one fails, else with 0."""
        limit = 5 + 3 * int(sum(seconds[item.nodeid] for item in items))
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        _silence(items[0].config)
        self.failed = lambda _: os._exit(1)
        try:
            _exchange(mutant)
            for item, following in pairwise([*items, None]):
                assert item  # noqa: S101  as above
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        except BaseException:  # noqa: BLE001  whatever ends the run has noticed the mutant
            os._exit(1)
        os._exit(0)

    def _wait(self) -> None:
        pid, status = os.wait()
        mutant = self.running.pop(pid)
        if status == 0:
            self._survived(mutant, "no test fails")
        elif os.WIFSIGNALED(status) and os.WTERMSIG(status) not in {signal.SIGXCPU, signal.SIGKILL}:
            print(f"ended by signal {os.WTERMSIG(status)}: {mutant}", flush=True)

    def _survived(self, mutant: Mutant, reason: str) -> None:
        self.survivors.append(mutant)
        print(f"{mutant}  ({reason})", flush=True)


def _fail_clean_run(test: str) -> None:
    print(f"fails without a mutant: {test}", file=sys.stderr, flush=True)
    os._exit(1)


def _silence(config: pytest.Config) -> None:
    """In a child: leave the terminal to the parent."""
    config.pluginmanager.unregister(name="terminalreporter")


def _cheapest_first(items: list[pytest.Item], seconds: dict[str, float]) -> list[pytest.Item]:
    """Order by the seconds of the test's module, since a module sets up its fixtures once."""
    total: dict[Path, float] = defaultdict(float)
    for item in items:
        total[item.path] += seconds[item.nodeid]
    return sorted(items, key=lambda item: total[item.path])


def _engine_files() -> list[Path]:
    return sorted(file for pattern in ENGINE for file in (SOURCES / "certadvisor").glob(pattern))


def _caches() -> list[Any]:
    """Return the functions of the engine's modules that remember earlier calls."""
    files = {str(file) for file in _engine_files()}
    modules = [one for one in sys.modules.values() if getattr(one, "__file__", None) in files]
    values = (value for module in modules for value in vars(module).values())
    return [value for value in values if hasattr(value, "cache_clear")]


def _import_everything() -> None:
    package = importlib.import_module("certadvisor")
    for module in pkgutil.walk_packages(package.__path__, "certadvisor."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _exchange(mutant: Mutant) -> None:
    """Give the function its mutated code, wherever it is referred to, and clear its caches."""
    module = importlib.import_module(mutant.file.removesuffix(".py").replace("/", "."))
    found: object = module
    for name in mutant.qualname.split("."):
        found = vars(found)[name]
    for attribute in ("fget", "func", "__func__"):
        found = getattr(found, attribute, None) or found
    function = inspect.unwrap(found) if callable(found) else found
    assert isinstance(function, FunctionType)  # noqa: S101  find_mutants yields functions only
    function.__code__ = mutant.code
    for cached in _caches():
        cached.cache_clear()


def _listed(file: Path, sources: Iterable[Path]) -> list[Mutant]:
    """Return the mutants that a file lists, such as the survivors of an earlier run.

    They are found by file and text, since lines move.
    """
    lines = [line.partition("  (no test") for line in file.read_text("utf-8").splitlines()]
    keys = {_without_line(text) for text, _, _ in lines}
    every = (make_mutant(source, number) for source, number in find_mutants(sources))
    return [mutant for mutant in every if _without_line(str(mutant)) in keys]


def _without_line(text: str) -> tuple[str, str]:
    location, _, change = text.partition(": ")
    return location.partition(":")[0], change


def main() -> int:
    """Run the mutants and print those that no test notices, and the score."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=400, help="mutants to sample (default: 400)")
    parser.add_argument("--seed", type=int, default=1, help="of the sample (default: 1)")
    parser.add_argument("--jobs", type=int, default=2, help="children at a time (default: 2)")
    parser.add_argument("--again", type=Path, help="run the mutants that this file lists instead")
    parser.add_argument("pytest", nargs="*", help="arguments of pytest, after --")
    options = parser.parse_args()
    files = _engine_files()
    mutants = (
        _listed(options.again, files)
        if options.again
        else sample_mutants(files, options.count, options.seed)
    )
    runner = MutantRunner(mutants, options.jobs)
    code = pytest.main(
        ["-q", "-p", "no:xdist", "--no-header", "--no-summary", *options.pytest], plugins=[runner]
    )
    if code:
        return int(code)
    killed = len(mutants) - len(runner.survivors)
    print(f"{killed} of {len(mutants)} mutants noticed: {killed / max(1, len(mutants)):.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
