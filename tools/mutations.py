"""Mutations: every small fault that can be put into the functions of a file, one at a time."""

import ast
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import CodeType
from typing import NamedTuple

SOURCES = Path(__file__).resolve().parents[1] / "src"
PAIRS: tuple[tuple[type[ast.AST], type[ast.AST]], ...] = (
    (ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq, ast.NotEq), (ast.Is, ast.IsNot),
    (ast.In, ast.NotIn), (ast.And, ast.Or), (ast.Add, ast.Sub), (ast.Mult, ast.Div),
    (ast.BitAnd, ast.BitOr),
)  # fmt: skip
SWAPS = {**dict(PAIRS), **{second: first for first, second in PAIRS}, ast.FloorDiv: ast.Mult}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


class Edit(NamedTuple):
    """A field of a node of the syntax tree with the value that the fault gives it."""

    node: ast.AST
    field: str
    value: object
    part: ast.AST | None = None  # what changes, where it is less than the node

    @property
    def lines(self) -> range:
        """The lines of which a test must execute one to notice."""
        part = self.part or self.node
        first: int = getattr(part, "lineno", 0)
        return range(first, getattr(part, "end_lineno", first) + 1)


class Mutant(NamedTuple):
    """A function with one fault: where it is, how the line reads, and its code."""

    file: str
    qualname: str
    lines: range
    before: str
    after: str
    code: CodeType

    def __str__(self) -> str:
        return f"{self.file}:{self.lines[0]}: {self.before}  =>  {self.after}"


def find_mutants(files: Iterable[Path]) -> Iterator[tuple[Path, int]]:
    """Yield a file and a number for every mutant; `make_mutant` makes it."""
    for file in files:
        for number, _ in enumerate(_edits_of(ast.parse(file.read_text("utf-8")))):
            yield file, number


def sample_mutants(files: Iterable[Path], count: int, seed: int) -> list[Mutant]:
    """Draw mutants, each as likely as any other; the same for the same files and seed."""
    sites = list(find_mutants(files))
    chosen = random.Random(seed).sample(sites, min(count, len(sites)))  # noqa: S311
    return [make_mutant(file, number) for file, number in sorted(chosen)]


def make_mutant(file: Path, number: int) -> Mutant:
    """Make the mutant of this number in the order of `find_mutants`."""
    tree = ast.parse(file.read_text("utf-8"))
    qualname, function, edit = list(_edits_of(tree))[number]
    before = ast.unparse(function).splitlines()
    setattr(edit.node, edit.field, edit.value)
    after = ast.unparse(function).splitlines()
    changed = next(pair for pair in zip(before, after, strict=False) if pair[0] != pair[1])
    module = compile(ast.fix_missing_locations(tree), str(file), "exec", dont_inherit=True)
    code = next(code for code in _codes_in(module) if code.co_qualname == qualname)
    name = file.relative_to(SOURCES).as_posix()
    return Mutant(name, qualname, edit.lines, changed[0].strip(), changed[1].strip(), code)


def _codes_in(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes_in(constant)


def _edits_of(tree: ast.Module) -> Iterator[tuple[str, ast.AST, Edit]]:
    """Yield every edit of a function's body, with its name and the function."""
    owners: list[ast.Module | ast.ClassDef] = [tree]
    owners += [node for node in tree.body if isinstance(node, ast.ClassDef)]
    for owner in owners:
        prefix = f"{owner.name}." if isinstance(owner, ast.ClassDef) else ""
        for function in owner.body:
            if isinstance(function, FUNCTIONS):
                for statement in function.body:
                    for node in _walk(statement):
                        for edit in _edits(node):
                            yield prefix + function.name, function, edit


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the node and everything in it that runs: type annotations do not."""
    yield node
    for field, child in ast.iter_fields(node):
        if field not in {"annotation", "returns"}:
            for item in child if isinstance(child, list) else [child]:
                if isinstance(item, ast.AST):
                    yield from _walk(item)


def _edits(node: ast.AST) -> Iterator[Edit]:
    yield from _swapped_operators(node)
    yield from _changed_values(node)
    yield from _negated_tests(node)
    yield from _removed_parts(node)


def _swapped_operators(node: ast.AST) -> Iterator[Edit]:
    match node:
        case ast.Compare(ops=operators):
            for at, operator in enumerate(operators):
                swapped = SWAPS[type(operator)]()
                yield Edit(node, "ops", [*operators[:at], swapped, *operators[at + 1 :]])
        case ast.BoolOp(op=operator) | ast.BinOp(op=operator) | ast.AugAssign(op=operator):
            if type(operator) in SWAPS:
                yield Edit(node, "op", SWAPS[type(operator)]())
        case ast.Name(id=id) if id in NAMES:
            yield Edit(node, "id", NAMES[id])
        case _:
            pass


def _changed_values(node: ast.AST) -> Iterator[Edit]:
    match node:
        case ast.Constant(value=bool(value)):
            yield Edit(node, "value", not value)
        case ast.Constant(value=int(value)):
            yield Edit(node, "value", value + 1)
            yield Edit(node, "value", value - 1)
        case ast.Return(value=ast.Constant(value=None)):
            pass
        case ast.Return(value=ast.expr()):
            yield Edit(node, "value", ast.Constant(None))
        case _:
            pass


def _negated_tests(node: ast.AST) -> Iterator[Edit]:
    match node:
        case ast.If(test=test) | ast.IfExp(test=test):
            yield Edit(node, "test", ast.UnaryOp(ast.Not(), test), test)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield Edit(node, "operand", ast.UnaryOp(ast.Not(), operand))
        case _:
            pass


def _removed_parts(node: ast.AST) -> Iterator[Edit]:
    """Yield comprehensions without a condition, and blocks without `continue` or `break`."""
    if isinstance(node, ast.comprehension):
        for at, condition in enumerate(node.ifs):
            yield Edit(node, "ifs", [*node.ifs[:at], *node.ifs[at + 1 :]], condition)
    for field in ("body", "orelse"):
        block = getattr(node, field, None)
        if not isinstance(block, list):  # that of a lambda or of `a if b else c`
            continue
        for at, statement in enumerate(block):
            if isinstance(statement, ast.Continue | ast.Break):
                rest = [*block[:at], ast.Pass(), *block[at + 1 :]]
                yield Edit(node, field, rest, statement)
