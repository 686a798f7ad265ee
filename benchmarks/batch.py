"""Speed of `batch` in people a second, its growth and its memory: the promises of docs/batch.md.

    python benchmarks/batch.py [people ...]     # 1000 and 10000; 100000 takes some minutes

Runs the program itself on generated people with ten pieces of evidence each,
with a process per core, and adds up the memory of all its processes several
times a second: PSS, which divides shared pages between processes, and RSS,
which counts them in each. Growth is measured in CPU time of all processes,
which does not depend on what else the machine does. Then one process judges
people by half the catalogue, by all of it, and by it and a copy under new ids.
The promises: growth with people and with certifications at most linear (within
a fifth), and under 300 MB for two workers and the process that feeds them.
"""

import copy
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from company import as_lines, people

from certadvisor.advice.recommend.ranking import RankingOptions
from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog, Certification
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person
from certadvisor.team.member import MemberJudge
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext, StandingReport
from certadvisor.views.writers.batch_lines import render_lines

DAY = date(2026, 11, 22)
COUNTS = (1_000, 10_000)
JUDGED_COUNT = 300  # people judged by catalogues of different sizes
WORKERS = 2  # up to which the memory limit applies
MOST_MEMORY = 300  # MB
SLACK = 1.2  # times linear
SMAPS = ("Pss", "Rss")
_HEAD = "  people  seconds  a second  PSS MB  RSS MB  growth"


class RunResult(NamedTuple):
    """A run: wall seconds, CPU seconds, and the peak memory in MB of all processes together."""

    seconds: float
    cpu: float
    pss: float
    rss: float
    processes: int


def main() -> int:
    """Print both tables; return 1 if a promise is broken."""
    counts = [int(word) for word in sys.argv[1:]] or list(COUNTS)
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        by_people = [(count, run(Path(folder), count)) for count in counts]
        print(_HEAD)
        first = by_people[0][1].cpu / counts[0]
        for count, result in by_people:
            growth = result.cpu / count / first
            failures += growth > SLACK or (result.processes <= WORKERS and result.pss > MOST_MEMORY)
            print(
                f"{count:8,} {result.seconds:8.1f} {count / result.seconds:9.0f} "
                f"{result.pss:7.0f} {result.rss:7.0f} {growth:7.2f}"
            )
        print(
            f"{by_people[0][1].processes} workers; growth: CPU seconds a person, of the first row's"
        )
        file = Path(folder) / "judged.jsonl"
        file.write_text(as_lines(people(JUDGED_COUNT)), encoding="utf-8")
        full_catalog = load_catalog()
        rows = [row for row in read_people(file, full_catalog, DAY).rows if isinstance(row, Person)]
    print(f"\n{'certifications':>14} {'a second':>9} {'growth':>7}   one process")
    least = 0.0
    for catalog in scale_catalog(full_catalog):
        number = len(catalog.certifications)
        each = seconds_per_person(rows, catalog) / number
        least = least or each
        failures += each / least > SLACK
        print(f"{number:14} {1 / each / number:9.0f} {each / least:7.2f}")
    print("growth: seconds a person and certification, of the first row's")
    return 1 if failures else 0


def run(folder: Path, count: int) -> RunResult:
    """Run the program on `count` people."""
    file = folder / f"{count}.jsonl"
    with file.open("w", encoding="utf-8") as people_file:
        people_file.writelines(as_lines(iter([one])) for one in people(count))
    command = [sys.executable, "-m", "certadvisor", "batch", str(file), "--quiet"]
    command += ["--output", str(folder / "out.jsonl"), "--as-of", DAY.isoformat()]
    start, cpu_before = time.perf_counter(), _cpu()
    peaks, processes = [0.0, 0.0], 0
    process = subprocess.Popen(command, start_new_session=True)
    while process.poll() is None:
        memories = list(_memories(process.pid))
        processes = max(processes, len(memories))
        peaks = [
            max(pair) for pair in zip(peaks, map(sum, zip(*memories, strict=True)), strict=False)
        ] or peaks
        time.sleep(0.2)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"batch ended with {process.returncode}")
    # Two processes do not judge: the main one and multiprocessing's resource tracker.
    return RunResult(seconds, _cpu() - cpu_before, peaks[0], peaks[1], max(1, processes - 2))


def _cpu() -> float:
    """CPU seconds of all child processes that have ended so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memories(leader: int) -> Iterator[list[float]]:
    """PSS and RSS in MB of each process in a group; empty where /proc does not have them."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(process.name)) != leader:
                continue
            fields = dict(
                line.split(":", 1)
                for line in (process / "smaps_rollup").read_text().splitlines()[1:]
            )
            yield [int(fields[name].split()[0]) / 1024 for name in SMAPS]
        except (OSError, KeyError, ValueError):  # it has just ended
            continue


def scale_catalog(whole: Catalog) -> list[Catalog]:
    """Half of a catalogue, all of it, and twice as much: with a copy under new ids."""
    records = whole.certifications
    half = dict(list(records.items())[::2])
    copies = {f"{id}-again": _copy_record(record) for id, record in records.items()}
    return [_with_records(whole, half), whole, _with_records(whole, records | copies)]


def _copy_record(record: Certification) -> Certification:
    def rename(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{id}-again" for id in ids)

    return record._replace(
        id=f"{record.id}-again",
        absorbs=rename(record.absorbs),
        replaces=rename(record.replaces),
        same_level_as=rename(record.same_level_as),
        next=rename(record.next),
    )


def _with_records(whole: Catalog, records: dict[str, Certification]) -> Catalog:
    raw_records = whole.raw_records("certifications")
    kept_records = {id: raw_records[id.removesuffix("-again")] for id in records}
    catalog = copy.copy(whole)
    catalog.certifications = records
    catalog.__dict__["_raw_records"] = lambda collection: (
        kept_records if collection == "certifications" else whole.raw_records(collection)
    )
    for cached in ("_absorbers", "_demand"):
        catalog.__dict__.pop(cached, None)
    return catalog


def seconds_per_person(rows: list[Person], catalog: Catalog) -> float:
    """CPU seconds per person, in this process."""
    team, frame = MemberJudge(catalog, DAY, RankingOptions()), AnswerContext(catalog, DAY)
    start = time.process_time()
    render_lines((StandingReport(frame, team.judge(row)) for row in rows), Format.JSONL, 5)
    return (time.process_time() - start) / len(rows)


if __name__ == "__main__":
    sys.exit(main())
