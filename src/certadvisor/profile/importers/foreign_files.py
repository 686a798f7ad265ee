"""Files that people try to import and that cannot be read: CVs in PDF, Word and the like."""

from collections.abc import Iterable

from certadvisor.errors import Fault, InputError

WAYS = (
    "import LinkedIn's export of your data or a JSON Resume, "
    "or answer questions with `certadvisor profile new`"
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of Word or another old Office program"),
    (b"{\\rtf", "a text in RTF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_MARKUP = (b"<!doctype html", b"<html", b"<?xml")
_DOCUMENT_PARTS = {
    "word/document.xml": "a Word document",
    "content.xml": "an OpenDocument text",
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "Index/Document.iwa": "a Pages document",
}


def describe_foreign(start: bytes) -> str | None:
    """What a file with this beginning is, such as "a PDF"; None for one that may be imported."""
    for signature, name in _SIGNATURES:
        if start.startswith(signature):
            return name
    return "a web page or XML" if start.lstrip()[:16].lower().startswith(_MARKUP) else None


def describe_foreign_zip(names: Iterable[str]) -> str | None:
    """What a ZIP with these entries is if it is an Office document; None for any other."""
    return next((_DOCUMENT_PARTS[name] for name in names if name in _DOCUMENT_PARTS), None)


def foreign_file_error(source: str, name: str) -> InputError:
    """The error for a file of a kind that is not read, with the ways that work."""
    problem = f"is {name}, and CVs in such a form are not read"
    return InputError([Fault(source, problem, remedy=WAYS)])
