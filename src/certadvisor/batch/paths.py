"""Input and output paths of a batch run."""

from pathlib import Path
from typing import NamedTuple

from certadvisor.base.atomic import partial_path
from certadvisor.batch.journal import journal_path
from certadvisor.errors import Fault, InputError
from certadvisor.people.builtin_mappings import mapping_path
from certadvisor.people.lines import STANDARD_INPUT


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
        output_path = _resolve(output) if output is not None and output != "-" else None
        rejects_path = _resolve(rejects) if rejects is not None else None
        resumable = output_path is not None and (output_path.is_file() or not output_path.exists())
        if output_path and resumable and rejects_path is None:
            rejects_path = output_path.with_name(f"{output_path.name}.rejects.jsonl")
        mapping_file = mapping_path(mapping) if mapping else None
        paths = BatchPaths(Path(people), mapping_file, output_path, rejects_path, resumable)
        _check_paths(paths)
    except (OSError, ValueError, RuntimeError):  # RuntimeError: a loop of links
        raise InputError([Fault("--output", "is not a path that can be written")]) from None
    return paths


def _resolve(name: str) -> Path:
    """Resolve a file name. Raises ValueError where it is empty."""
    if not name:
        raise ValueError
    return Path(name).resolve()


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
        faults.append(Fault(str(paths.rejects), "is not a file", remedy="name a file"))
    if faults:
        raise InputError(faults)
