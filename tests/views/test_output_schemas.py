"""Every answer's document has a schema, made from its types."""

import ast
from pathlib import Path

from certadvisor.views import answers
from certadvisor.views.output_schemas import DOCUMENTS, write_output_schemas

ANSWERS = Path(answers.__file__).parent
FILES = Path(__file__).parents[2] / "schemas" / "output"


def test_every_document_has_a_schema() -> None:
    """A new answer's document is added to `DOCUMENTS` in `views/output_schemas.py`."""
    heads = {
        node.name
        for file in ANSWERS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and {"Head", "HeadV2"} & set(map(ast.unparse, node.bases))
    }
    assert len(heads) > 15
    assert heads <= {document.__name__ for document in DOCUMENTS.values()}


def test_the_shipped_schemas_are_those_that_make_schemas_writes(tmp_path: Path) -> None:
    """Byte for byte: run it after a change of a document or of its comments."""
    write_output_schemas(tmp_path)
    written = {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()}
    assert sorted(written) == sorted(f"{name}.schema.json" for name in DOCUMENTS)
    assert written == {name: (FILES / name).read_text("utf-8") for name in written}
