"""Overlays catalogue files by id and compiles the result."""

from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from certadvisor.base.yaml_reader import Document, read_file
from certadvisor.catalog.compiler import compile_catalog, compile_pages
from certadvisor.catalog.definitions.advice import AdviceFile
from certadvisor.catalog.definitions.base import Definition
from certadvisor.catalog.definitions.certification import CertificationFile
from certadvisor.catalog.definitions.reader import read_definitions
from certadvisor.catalog.definitions.role import RoleFile
from certadvisor.catalog.definitions.titles import TitleFile
from certadvisor.catalog.references import Loose, loose_ends
from certadvisor.catalog.titles import loose_titles
from certadvisor.errors import Fault, InputError

File = TypeVar("File", CertificationFile, RoleFile, AdviceFile, TitleFile)

FORMS: dict[str, type[Definition]] = {
    "certifications.yaml": CertificationFile,
    "roles.yaml": RoleFile,
    "advice.yaml": AdviceFile,
    "titles.yaml": TitleFile,
}


class Read(NamedTuple):
    """One catalogue file: the YAML document and the definitions read from it."""

    document: Document
    definitions: Any


def assemble(files: list[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read the files in order, overlay them and compile the result.

    Returns the core (what the engine needs) and the raw records by collection,
    both as plain JSON data. Raises InputError with every fault of every file.
    """
    faults: list[Fault] = []
    read: list[Read] = []
    for file in files:
        try:
            document = read_file(Path(file))
            read.append(Read(document, read_definitions(FORMS[Path(file).name], document)))
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    overridden: list[tuple[str, str]] = []
    certifications = laid_over(CertificationFile, read, overridden)
    roles = laid_over(RoleFile, read, overridden)
    advice = laid_over(AdviceFile, read, overridden)
    titles = laid_over(TitleFile, read, overridden)
    loose = (*loose_ends(certifications, roles), *loose_titles(titles, roles))
    faults = [_located(end, read) for end in loose]
    if faults:
        raise InputError(faults)
    core = compile_catalog(certifications, roles, advice)
    core["overridden"] = overridden
    return core, compile_pages(certifications, roles, advice, titles)


def laid_over(form: type[File], read: list[Read], overridden: list[tuple[str, str]]) -> File:
    """Merge the files of one kind: a later record replaces an earlier one with the same id.

    Appends `(id, file)` to `overridden` for every record that is replaced.
    """
    merged: dict[str, Any] = dict(form())
    for document, definitions in read:
        if not isinstance(definitions, form):
            continue
        for key, value in dict(definitions).items():
            below = merged[key]
            if isinstance(below, dict):
                overridden += [(id, document.source) for id in value if id in below]
                merged[key] = {**below, **value}
            elif isinstance(below, tuple):
                records = {_key(record, at): record for at, record in enumerate(below)}
                above = {_key(record, at + len(below)): record for at, record in enumerate(value)}
                overridden += [(str(id), document.source) for id in above if id in records]
                merged[key] = tuple({**records, **above}.values())
            elif key == "version":
                merged[key] = below or value  # of the lowest catalogue; the digest covers all
            elif value is not None:
                merged[key] = _table_over(below, value)
    # Every record was validated when its file was read, so nothing is validated again here.
    return form.model_construct(**merged)


def _table_over(below: Any, above: Any) -> Any:
    """Overlay a table row by row; anything that has no rows is replaced as a whole."""
    if below is None or not hasattr(below, "values"):
        return above
    return above.model_copy(update={"values": {**below.values, **above.values}})


def _key(record: Any, place: int) -> str | int:
    """The identity of a record: its id, its name or, for plain text, itself; else its index."""
    if isinstance(record, str):
        return record
    key: str | int = getattr(record, "id", None) or getattr(record, "name", None) or place
    return key


def _located(loose: Loose, read: list[Read]) -> Fault:
    """The fault with its line, in the last file that has the record: that one took effect."""
    for file in read[::-1]:
        for at, record in enumerate(file.document.data.get(loose.collection) or ()):
            if loose.record == at or (
                isinstance(record, dict) and record.get("id") == loose.record
            ):
                place = ", ".join([str(loose.record), *(str(step) for step in loose.path[:1])])
                path = (loose.collection, at, *loose.path)
                return file.document.fault(path, loose.problem, loose.remedy, place)
    return Fault(read[-1].document.source, loose.problem, None, str(loose.record), loose.remedy)
