"""Input and output paths of a batch run, and the fingerprint that identifies its request."""

from collections.abc import Collection
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from certadvisor import __version__
from certadvisor.base.atomic import partial_path
from certadvisor.batch.journal import journal_path
from certadvisor.batch.worker import BatchRequest
from certadvisor.errors import Fault, InputError
from certadvisor.people.builtin_mappings import mapping_path
from certadvisor.people.lines import STANDARD_INPUT
from certadvisor.people.workbook import WORKBOOK_SUFFIXES

Fingerprint = dict[str, Any]

_BLOCK_SIZE = 1024 * 1024  # bytes to read at a time


class BatchPaths(NamedTuple):
    """The files of a batch run; `resumable` where an interrupted run can be continued.

    `output` None is standard output, `rejects` None is standard error.
    """

    people: Path
    mapping: Path | None
    output: Path | None
    rejects: Path | None
    resumable: bool

    @property
    def written_files(self) -> frozenset[Path]:
        """All files that the run writes, with the partial files and journals next to them."""
        targets = [file for file in (self.output, self.rejects) if file]
        work_files = [
            derive_path(file) for file in targets for derive_path in (partial_path, journal_path)
        ]
        return frozenset((*targets, *work_files))


def resolve_paths(
    people: str, mapping: str | None, output: str | None, rejects: str | None
) -> BatchPaths:
    """Resolve the paths of a run from its options.

    Raises InputError where an output would overwrite an input or another output, or cannot
    be written.
    """
    try:
        output_path = Path(output).resolve() if output and output != "-" else None
        rejects_path = Path(rejects).resolve() if rejects else None
        resumable = output_path is not None and (output_path.is_file() or not output_path.exists())
        if output_path and resumable and rejects_path is None:
            rejects_path = output_path.with_name(f"{output_path.name}.rejects.jsonl")
        mapping_file = mapping_path(mapping) if mapping else None
        paths = BatchPaths(Path(people), mapping_file, output_path, rejects_path, resumable)
        _check_paths(paths)
    except (OSError, ValueError):
        raise InputError([Fault("--output", "is no path that can be written")]) from None
    return paths


def fingerprint(
    paths: BatchPaths, source: str, request: BatchRequest, latest: date, *, redact: bool
) -> Fingerprint:
    """Return what a run's output depends on; equal fingerprints give equal bytes.

    `latest` is the latest date that a profile may contain. Inputs are identified by digests of
    their content. Raises InputError where one cannot be read.
    """
    return {
        "certadvisor": __version__,
        "source": source,  # messages about rows contain it
        "people": _content_digest(paths.people, paths.written_files),
        "mapping": _content_digest(paths.mapping) if paths.mapping else None,
        "catalog": request.digest,
        "as_of": request.as_of.isoformat(),
        "bound": latest.isoformat(),
        "top": request.options.top,
        "weights": [list(pair) for pair in request.options.weights],
        "format": str(request.format),
        "rejects": paths.rejects.name if paths.rejects else None,
        "redact": redact,
    }


def count_lines(path: Path) -> int | None:
    """Count the lines of a file; None for a workbook and for what cannot be read."""
    if path.suffix.casefold() in WORKBOOK_SUFFIXES:
        return None
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK_SIZE), b""))
    except (OSError, ValueError):
        return None


def _check_paths(paths: BatchPaths) -> None:
    faults = [
        Fault(str(file), "would be written over", remedy="name another file")
        for file in (paths.people, paths.mapping)
        if file and file.resolve() in paths.written_files
    ]
    if paths.people == STANDARD_INPUT and paths.resumable:
        problem = "can be read once only, so that no run on it can be taken up again"
        faults.append(Fault("standard input", problem, remedy="save it to a file, or use > FILE"))
    faults += [  # checked early, before a partial file is created
        Fault(str(file), "cannot be written: there is no such folder")
        for file in (paths.output, paths.rejects)
        if file and not file.parent.is_dir()
    ]
    if paths.rejects and paths.rejects == paths.output:
        faults.append(Fault(str(paths.rejects), "is the output too", remedy="name another file"))
    if paths.rejects and paths.rejects.exists() and not paths.rejects.is_file():
        faults.append(Fault(str(paths.rejects), "is no file", remedy="name a file"))
    if faults:
        raise InputError(faults)


def _content_digest(path: Path, exclude: Collection[Path] = ()) -> str:
    """Digest a file, or all files of a folder, by names and bytes, without those in `exclude`."""
    digest = sha256()
    try:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.resolve() not in exclude:
                name = file.relative_to(path).as_posix()
                digest.update(f"{name}\0{file.stat().st_size}\0".encode(errors="replace"))
                with file.open("rb") as stream:
                    while block := stream.read(_BLOCK_SIZE):
                        digest.update(block)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "is no path").lower()
        raise InputError([Fault(str(path), f"cannot be read: {reason}")]) from None
    return digest.hexdigest()
