"""The fingerprint of a batch run: all that its output depends on."""

from collections.abc import Collection
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from certadvisor import __version__
from certadvisor.batch.paths import BatchPaths
from certadvisor.batch.worker import BatchRequest
from certadvisor.errors import Fault, InputError

_BLOCK_SIZE = 1024 * 1024  # bytes to read at a time

Fingerprint = dict[str, Any]


def fingerprint(
    paths: BatchPaths, request: BatchRequest, latest: date, *, redact: bool
) -> Fingerprint:
    """Return what a run's output depends on; equal fingerprints give equal bytes.

    `latest` is the latest date that a profile may contain. Inputs are identified by digests of
    their content. Raises InputError where one cannot be read.
    """
    return {
        "certadvisor": __version__,
        "source": str(paths.people),  # messages about rows contain it
        "people": _content_digest(paths.people, paths.written_files),
        "mapping": _content_digest(paths.mapping) if paths.mapping else None,
        "catalog": request.catalog.digest,
        "as_of": request.as_of.isoformat(),
        "bound": latest.isoformat(),
        "top": request.options.top,
        "weights": [list(pair) for pair in request.options.weights],
        "format": str(request.format),
        "rejects": paths.rejects.name if paths.rejects else None,
        "redact": redact,
    }


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
        reason = (getattr(error, "strerror", None) or "is not a path").lower()
        raise InputError([Fault(str(path), f"cannot be read: {reason}")]) from None
    return digest.hexdigest()
