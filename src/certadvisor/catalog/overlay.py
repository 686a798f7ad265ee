"""Overlays catalogue files by id and compiles the result."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from certadvisor.base.document import Document
from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.compiler import compile_catalog, compile_raw_records
from certadvisor.catalog.definitions.advice import AdviceFile
from certadvisor.catalog.definitions.base import Definition
from certadvisor.catalog.definitions.certification import CertificationFile
from certadvisor.catalog.definitions.demand import DemandFile
from certadvisor.catalog.definitions.reader import read_definitions
from certadvisor.catalog.definitions.role import RoleFile
from certadvisor.catalog.definitions.titles import TitleFile
from certadvisor.catalog.old_keys import update_keys
from certadvisor.catalog.record_changes import apply_changes
from certadvisor.catalog.records import CompiledCatalog, RawRecord
from certadvisor.catalog.references import DanglingReference, dangling_references
from certadvisor.catalog.titles import dangling_title_references
from certadvisor.errors import Fault, InputError

File = TypeVar("File", CertificationFile, RoleFile, DemandFile, AdviceFile, TitleFile)

FILE_MODELS: dict[str, type[Definition]] = {
    "certifications.yaml": CertificationFile,
    "roles.yaml": RoleFile,
    "demand.yaml": DemandFile,
    "advice.yaml": AdviceFile,
    "titles.yaml": TitleFile,
}


class ParsedFile(NamedTuple):
    """One catalogue file: the YAML document and the definitions read from it."""

    document: Document
    definitions: Any


def assemble(files: list[str]) -> tuple[CompiledCatalog, dict[str, dict[str, RawRecord]]]:
    """Read the files in order, overlay them and compile the result.

    Returns what the engine needs, and the raw records by collection and id.
    Raises InputError with every fault of every file.
    """
    faults: list[Fault] = []
    parsed_files: list[ParsedFile] = []
    warnings: list[Fault] = []
    for file in files:
        try:
            path = Path(file)
            updated = update_keys(read_file(path), path.name, path.parent)
            warnings += updated.warnings
            for name, document in updated.documents.items():
                definitions = read_definitions(FILE_MODELS[name], document)
                parsed_files.append(ParsedFile(document, definitions))
        except InputError as error:
            faults += error.faults
    faults += duplicate_moves(parsed_files)
    if faults:
        raise InputError(faults)
    overridden: list[tuple[str, str]] = []
    certifications = overlay(CertificationFile, parsed_files, overridden)
    roles = overlay(RoleFile, parsed_files, overridden)
    demand = overlay(DemandFile, parsed_files, overridden)
    advice = overlay(AdviceFile, parsed_files, overridden)
    titles = overlay(TitleFile, parsed_files, overridden)
    dangling = (
        *dangling_references(certifications, roles, demand),
        *dangling_title_references(titles, roles),
    )
    faults = [_locate_fault(reference, parsed_files) for reference in dangling]
    if faults:
        raise InputError(faults)
    certifications = _sort_certifications(certifications)
    return (
        compile_catalog(
            certifications, roles, demand, advice, overridden=overridden, warnings=warnings
        ),
        compile_raw_records(certifications, roles, demand, advice, titles),
    )


def _sort_certifications(file: CertificationFile) -> CertificationFile:
    """The file with its records by issuer and id, so that no answer depends on a file's order."""
    records = sorted(file.certifications, key=lambda cert: (cert.issuer, cert.id))
    return file.model_copy(update={"certifications": tuple(records)})


def overlay(
    model: type[File], parsed_files: list[ParsedFile], overridden: list[tuple[str, str]]
) -> File:
    """Merge the files of one kind: a later record replaces an earlier one with the same id.

    Appends `(id, file)` to `overridden` for every record that is replaced or changed in parts.
    """
    merged: dict[str, Any] = dict(model())
    for document, definitions in parsed_files:
        if not isinstance(definitions, model):
            continue
        for key, value in dict(definitions).items():
            base = merged[key]
            if key == "changes":  # of the records so far, those of this very file among them
                overridden += [(id, document.source) for id in value]
                merged[key] = {**base, **value}
                merged["certifications"] = apply_changes(merged["certifications"], value)
            elif isinstance(base, dict):
                overridden += [(id, document.source) for id in value if id in base]
                merged[key] = base | {id: _overlay_table(base.get(id), value[id]) for id in value}
            elif isinstance(base, tuple):
                records = {_record_key(record, index): record for index, record in enumerate(base)}
                overriding = {
                    _record_key(record, index + len(base)): record
                    for index, record in enumerate(value)
                }
                overridden += [(str(id), document.source) for id in overriding if id in records]
                merged[key] = tuple({**records, **overriding}.values())
            elif key == "version":
                merged[key] = base or value  # of the lowest catalogue; the digest covers all
            elif value is not None:
                merged[key] = _overlay_table(base, value)
    # Every record was validated when its file was read, so nothing is validated again here.
    return model.model_construct(**merged)


def duplicate_moves(parsed_files: Sequence[ParsedFile]) -> Iterator[Fault]:
    """A fault for each key that a catalogue has in its old file and in its new one."""
    names = {model: name for name, model in FILE_MODELS.items()}
    data_by_file = {
        (file.document.source, names[type(file.definitions)]): file.document.data
        for file in parsed_files
    }
    for document, definitions in parsed_files:
        path, name = Path(document.source), names[type(definitions)]
        moved_data = data_by_file.get((str(path.with_name(name)), name), {})
        if path.name == name or not isinstance(moved_data, dict):
            continue
        for key in document.data:
            if key in moved_data:
                problem = f"`{key}` is written here and in {name}"
                yield document.fault((key,), problem, f"keep the one in {name}")


def _overlay_table(base: Any, overriding: Any) -> Any:
    """Overlay a table row by row; anything that has no rows is replaced as a whole."""
    if base is None or not hasattr(base, "values"):
        return overriding
    return overriding.model_copy(update={"values": {**base.values, **overriding.values}})


def _record_key(record: Any, index: int) -> str | int:
    """The identity of a record: its id, its name or, for plain text, itself; else its index."""
    if isinstance(record, str):
        return record
    key: str | int = getattr(record, "id", None) or getattr(record, "name", None) or index
    return key


def _locate_fault(reference: DanglingReference, parsed_files: list[ParsedFile]) -> Fault:
    """The fault with its line, in the last file that has the record: that one took effect."""
    for file in parsed_files[::-1]:
        changed = _path_of_change(reference, file.document.data)
        if changed:
            return file.document.fault(changed, reference.problem, reference.remedy)
        for index, record in enumerate(file.document.data.get(reference.collection) or ()):
            if reference.record == index or (
                isinstance(record, dict) and record.get("id") == reference.record
            ):
                path_text = ", ".join(
                    [str(reference.record), *(str(step) for step in reference.path[:1])]
                )
                path = (reference.collection, index, *reference.path)
                return file.document.fault(path, reference.problem, reference.remedy, path_text)
    return Fault(
        parsed_files[-1].document.source,
        reference.problem,
        None,
        str(reference.record),
        reference.remedy,
    )


def _path_of_change(reference: DanglingReference, data: Any) -> tuple[str | int, ...]:
    """The path of the change that the fault is in; () if it is in no change of this file."""
    changes = data.get("changes") if isinstance(data, dict) else None
    if not isinstance(changes, dict) or reference.record not in changes:
        return ()
    if reference.collection == "changes":
        return ("changes", reference.record)
    in_change = reference.collection == "certifications" and reference.path[:1]
    if not in_change or in_change[0] not in changes[reference.record]:
        return ()
    return ("changes", reference.record, in_change[0])
