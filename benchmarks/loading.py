"""Loading times of synthetic catalogues of growing size, from YAML and from the compiled form.

    python benchmarks/loading.py [sizes...]

With linear growth the time per certification stays the same; the ratio columns
compare it with the first row. A row is the fastest of three, in this process.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from certadvisor.catalog.loader import load_catalog

SIZES = (150, 1_000, 3_000, 10_000)
RUNS = 3
HEAD = """version: synthetic
issuers: {issuer: {name: An issuer, membership: issuer}}
certifications:
"""
RECORD = """
  - id: certificate-{n}
    abbreviation: C{n}
    name: Certificate number {n}
    issuer: issuer
    aliases: [Cert {n}]
    disciplines: [project]
    levels: [mid]
    statuses: [{{state: active}}]
    rules:
      - all:
          - any:
              - all: [{{degree: bachelor}}, {{experience: work, months: 36, within_years: 8}}]
              - {{experience: work, months: 60, within_years: 8}}
          - any: [{{training: work, hours: 35}}, {{holds: certificate-{before}}}]
        confidence: high
    costs: [{{currency: USD, date: 2026-01, exam_non_member: 300, confidence: high}}]
    renewal: {{cycle_years: 3, ways: [{{way: units}}]}}
    no_source: synthetic
"""
ROLES = """
kinds: [{id: work, name: Work}]
levels: [{id: mid, name: Mid, rank: 1}]
"""


def main() -> None:
    """Print the table."""
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    print(f"{'certifications':>14} {'YAML, ms':>9} {'each, µs':>9} {'ratio':>6}", end="")
    print(f" {'compiled, ms':>13} {'each, µs':>9} {'ratio':>6}")
    first: tuple[float, float] | None = None
    for size in sizes:
        read, compiled = measure(size)
        each = read / size * 1e6, compiled / size * 1e6
        first = first or each
        print(f"{size:14,} {read * 1e3:9.0f} {each[0]:9.0f} {each[0] / first[0]:6.2f}", end="")
        print(f" {compiled * 1e3:13.1f} {each[1]:9.1f} {each[1] / first[1]:6.2f}")


def measure(size: int) -> tuple[float, float]:
    """Seconds to load a catalogue of this size from YAML, and from the cache."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "roles.yaml").write_text(ROLES, encoding="utf-8")
        records = (RECORD.format(n=n, before=max(0, n - 1)) for n in range(size))
        text = HEAD + "".join(records)
        (folder / "certifications.yaml").write_text(text, encoding="utf-8")
        with mock.patch.dict(os.environ, {"XDG_CACHE_HOME": name}):
            read = fastest(lambda: load_catalog((name,), built_in=False, cache=False))
            load_catalog((name,), built_in=False)
            compiled = fastest(lambda: load_catalog((name,), built_in=False))
    return read, compiled


def fastest(load: Callable[[], object]) -> float:
    """The fastest of a few runs, in seconds."""
    durations = []
    for _ in range(RUNS):
        start = time.perf_counter()
        load()
        durations.append(time.perf_counter() - start)
    return min(durations)


if __name__ == "__main__":
    main()
