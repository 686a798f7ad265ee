"""The YAML reader on untrusted files: each is refused with a line, or read as plain data."""

from pathlib import Path

import pytest

from certadvisor.base.yaml_reader import MAX_BYTES, MAX_NODES, read_bytes, read_file
from certadvisor.errors import InputError


def fault_messages(raw: bytes) -> str:
    """The messages for these bytes, which must be refused."""
    with pytest.raises(InputError) as raised:
        read_bytes(raw, "me.yaml")
    return str(raised.value)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "me.yaml: is empty; write something into it"),
        (b" \n\t\n", "me.yaml: is empty; write something into it"),
        (b"a: 1\nb: \xff", "me.yaml:2: is not UTF-8 text; save it as UTF-8 text"),
        ("a: 1".encode("utf-16"), "me.yaml:1: is not UTF-8 text; save it as UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n\0", "me.yaml:1: is not UTF-8 text; save it as UTF-8 text"),
        (
            b"a: 1\nb: x\0y",
            "me.yaml:2: holds a character that text does not have (\\x00); remove it",
        ),
        (
            b"a: \x1b[2J",
            "me.yaml:1: holds a character that text does not have (\\x1b); remove it",
        ),
        (b"a: " + b"x" * MAX_BYTES, "me.yaml: is larger than 8 MB; split the file"),
        (b"a: 1\nb: 2\na: 3", "me.yaml:3: a: written twice (first on line 1); keep one of them"),
        (b"1: x", "me.yaml:1: 1: a key is not a word; quote it"),
        (b"[x]: y", "me.yaml:1: a key is not a word; quote it"),
        (b"a: !x y", "me.yaml:1: a: the tag !x is not allowed; write plain data"),
        (
            b"a: !!int x",
            "me.yaml:1: a: the tag tag:yaml.org,2002:int is not allowed; write plain data",
        ),
        (
            b"a: !!timestamp 2026-11-22",
            "me.yaml:1: a: the tag tag:yaml.org,2002:timestamp is not allowed; write plain data",
        ),
        (
            b"a: !!python/name:os.system",
            (
                "me.yaml:1: a: the tag tag:yaml.org,2002:python/name:os.system is not allowed; "
                "write plain data"
            ),
        ),
        (
            b"a: &x [1]\nb: *x",
            (
                "me.yaml:1: b: an alias is used; "
                "write the value out; certadvisor's files use no aliases"
            ),
        ),
        (
            b"a: &x [*x]",
            (
                "me.yaml:1: a[0]: an alias is used; "
                "write the value out; certadvisor's files use no aliases"
            ),
        ),
        (
            b"a:\n\tb: 1",
            (
                "me.yaml:2: is not valid YAML: found character that cannot start any token; "
                "indent with spaces, and quote text that begins with a sign"
            ),
        ),
        (
            b"a: 1\n---\nb: 2",
            "me.yaml:2: is not valid YAML: but found another document; fix the syntax",
        ),
        (
            b'{"a": "\\ud83d"}',
            (
                "me.yaml:1: is not valid YAML: found invalid Unicode character escape code; "
                "fix the syntax"
            ),
        ),
    ],
)
def test_a_file_that_is_not_a_plain_document_is_refused(raw: bytes, message: str) -> None:
    """Each message is one line: file, line, path, problem, remedy."""
    assert fault_messages(raw) == message


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_deep_nesting_cannot_crash_the_parser(opening: str) -> None:
    """A parser that recurses in C would crash the whole program."""
    assert fault_messages(opening.encode() * 1_000_000) == "me.yaml:1: is nested too deeply"


def test_an_alias_bomb_is_refused_without_expanding_it() -> None:
    """Nine lines that would expand to a billion values."""
    lines = [b"a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]".encode() for n in range(1, 10)]
    assert fault_messages(b"\n".join(lines)).count("an alias is used") == 90


def test_at_most_a_hundred_faults_of_structure_are_reported() -> None:
    """A hostile file may have a million of them."""
    assert fault_messages(b"x: 1\n" * 10_000).count("written twice") == 100


def test_values_that_yaml_would_convert_stay_text() -> None:
    """`NO` is Norway and not false, `1:30` is not a number, and a date stays text."""
    raw = b"[NO, yes, on, 1:30, 010, 0x1F, 1e3, 2026-11-22, .nan, .inf, null, ~, 12, -1.5]"
    data = read_bytes(raw, "me.yaml").data
    words = ["NO", "yes", "on", "1:30", "010", "0x1F", "1e3", "2026-11-22", ".nan", ".inf"]
    assert data == [*words, None, None, 12, -1.5]


def test_a_number_of_more_than_eighteen_digits_stays_text() -> None:
    """Converting a very long number would be slow."""
    assert read_bytes(b"a: " + b"9" * 5_000, "me.yaml").data == {"a": "9" * 5_000}


def test_json_is_read_with_its_tabs_and_escapes() -> None:
    """JSON is YAML except for tabs as indentation and surrogate pairs as escapes."""
    raw = b'{\n\t"a":\t"\\/ \\u00e9 \\ud83d\\ude00 \\\\ud83d \\t\\"",\r\n\t"b": [true, null]\n}\n'
    assert read_bytes(raw, "me.json").data == {"a": '/ é 😀 \\ud83d \t"', "b": [True, None]}


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    """Editors on Windows write one before UTF-8 text."""
    assert read_bytes(b"\xef\xbb\xbfa: 1", "me.yaml").data == {"a": 1}


def test_long_keys_are_shortened_in_messages() -> None:
    """Only the beginning of a key is shown."""
    raw = b"? " + b"k" * 3_000 + b"\n: &x [1]\nb: *x\n? " + b"k" * 3_000 + b"\n: 2"
    assert max(len(line) for line in fault_messages(raw).splitlines()) < 140


def test_a_file_that_cannot_be_read_is_reported_with_its_path(tmp_path: Path) -> None:
    """A missing file, a directory, a path below a file, a name too long, an invalid path."""
    (tmp_path / "file").write_text("a: 1")
    messages = {}
    for name in ("absent", ".", "file/inside", "x" * 300, "a\0b"):
        with pytest.raises(InputError) as raised:
            read_file(tmp_path / name, display_name="me.yaml")
        messages[name[:6]] = str(raised.value)
    assert messages == {
        "absent": "me.yaml: no such file; check the path",
        ".": "me.yaml: is a directory; name a file",
        "file/i": "me.yaml: cannot be read: not a directory",
        "xxxxxx": "me.yaml: cannot be read: file name too long",
        "a\0b": "me.yaml: is not a path; check the path",
    }


def test_every_value_has_its_line() -> None:
    """A missing value has the line of the value that should contain it."""
    document = read_bytes(b"a:\n  - b: 1\n    c: 2\n  - d: 3\n", "me.yaml")
    paths = [("a",), ("a", 0, "c"), ("a", 1, "d"), ("a", 1, "missing"), ("absent",)]
    assert [document.line(path) for path in paths] == [1, 3, 4, 4, 1]


def test_a_file_of_very_many_small_values_is_refused_before_it_is_built() -> None:
    """Each value takes nearly a kilobyte of memory, whatever little it takes in the file."""
    assert fault_messages(b"[" + b"{}," * MAX_NODES + b"{}]") == (
        "me.yaml: holds more than 500,000 values; split the file"
    )
    assert len(read_bytes(b"[" + b"{}," * 1_000 + b"{}]", "me.yaml").data) == 1_001
