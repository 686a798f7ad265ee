"""Input and output paths of a batch run, and the fingerprint that identifies its request."""

from collections.abc import Collection
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from certadvisor import __version__
from certadvisor.batch.journal import journal_of, part_of
from certadvisor.batch.worker import Question
from certadvisor.errors import Fault, InputError
from certadvisor.people.builtin_mappings import mapping_path
from certadvisor.people.lines import STANDARD_INPUT
from certadvisor.people.workbook import BOOKS

Fingerprint = dict[str, Any]

_PIECE = 1024 * 1024  # bytes to read at a time


class Places(NamedTuple):
    """The files of a batch run; `resumable` where an interrupted run can be continued.

    `output` None is standard output, `rejects` None is standard error.
    """

    people: Path
    mapping: Path | None
    output: Path | None
    rejects: Path | None
    lasting: bool

    @property
    def own(self) -> frozenset[Path]:
        """All files that the run writes, with the partial files and journals next to them."""
        targets = [file for file in (self.output, self.rejects) if file]
        beside = [made(file) for file in targets for made in (part_of, journal_of)]
        return frozenset((*targets, *beside))


def places_of(people: str, mapping: str | None, output: str | None, rejects: str | None) -> Places:
    """Resolve the paths of a run from its options.

    Raises InputError where an output would overwrite an input or another output, or cannot
    be written.
    """
    try:
        to = Path(output).resolve() if output and output != "-" else None
        rejected = Path(rejects).resolve() if rejects else None
        lasting = to is not None and (to.is_file() or not to.exists())
        if to and lasting and rejected is None:
            rejected = to.with_name(f"{to.name}.rejects.jsonl")
        by = mapping_path(mapping) if mapping else None
        found = Places(Path(people), by, to, rejected, lasting)
        _check(found)
    except (OSError, ValueError):
        raise InputError([Fault("--output", "is no path that can be written")]) from None
    return found


def fingerprint(
    places: Places, source: str, question: Question, bound: date, *, redact: bool
) -> Fingerprint:
    """Return what a run's output depends on; equal fingerprints give equal bytes.

    `latest` is the latest date that a profile may contain. Inputs are identified by digests of
    their content. Raises InputError where one cannot be read.
    """
    return {
        "certadvisor": __version__,
        "source": source,  # messages about rows contain it
        "people": _digest(places.people, places.own),
        "mapping": _digest(places.mapping) if places.mapping else None,
        "catalog": question.digest,
        "as_of": question.as_of.isoformat(),
        "bound": bound.isoformat(),
        "top": question.options.top,
        "weights": [list(pair) for pair in question.options.weights],
        "format": str(question.format),
        "rejects": places.rejects.name if places.rejects else None,
        "redact": redact,
    }


def lines_in(path: Path) -> int | None:
    """Count the lines of a file; None for a workbook and for what cannot be read."""
    if path.suffix.casefold() in BOOKS:
        return None
    try:
        with path.open("rb") as file:
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(_PIECE), b""))
    except (OSError, ValueError):
        return None


def _check(places: Places) -> None:
    faults = [
        Fault(str(file), "would be written over", remedy="name another file")
        for file in (places.people, places.mapping)
        if file and file.resolve() in places.own
    ]
    if places.people == STANDARD_INPUT and places.lasting:
        problem = "can be read once only, so that no run on it can be taken up again"
        faults.append(Fault("standard input", problem, remedy="save it to a file, or use > FILE"))
    faults += [  # checked early, before a partial file is created
        Fault(str(file), "cannot be written: there is no such folder")
        for file in (places.output, places.rejects)
        if file and not file.parent.is_dir()
    ]
    if places.rejects and places.rejects == places.output:
        faults.append(Fault(str(places.rejects), "is the output too", remedy="name another file"))
    if places.rejects and places.rejects.exists() and not places.rejects.is_file():
        faults.append(Fault(str(places.rejects), "is no file", remedy="name a file"))
    if faults:
        raise InputError(faults)


def _digest(path: Path, leaving_out: Collection[Path] = ()) -> str:
    """Digest a file, or all files of a folder, by names and bytes, without those in `exclude`."""
    digest = sha256()
    try:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.resolve() not in leaving_out:
                name = file.relative_to(path).as_posix()
                digest.update(f"{name}\0{file.stat().st_size}\0".encode(errors="replace"))
                with file.open("rb") as opened:
                    while piece := opened.read(_PIECE):
                        digest.update(piece)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "is no path").lower()
        raise InputError([Fault(str(path), f"cannot be read: {reason}")]) from None
    return digest.hexdigest()
