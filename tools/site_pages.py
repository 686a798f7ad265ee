"""Copies the Markdown pages into the source of the documentation site, with links that work there.

A link to a page leads to the page, a link to another file of the repository to a copy of it, and
one to a folder to a list of its files. The contents at the side come from docs/index.md: a part
for each of its headings, with the pages that are linked below it.
"""

import re
import shutil
from collections.abc import Iterator
from os.path import relpath
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
START = "docs/index.md"
# Pages outside docs/, and folders that have a page of their own, by their names on the site.
ELSEWHERE = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
    "examples/diving/README.md": "example-diving.md",
    "schemas": "reference/schemas/index.md",
    "schemas/output": "reference/schemas/index.md",
}
CODE = re.compile(r"^( *)```.*?^\1```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:\s]+)(#[^)\s]*)?\)")


def page_names() -> dict[str, str]:
    """The name on the site of each page, by its path in the repository."""
    docs = {f"docs/{page.name}": page.name for page in (ROOT / "docs").glob("*.md")}
    return docs | ELSEWHERE


def copy_pages(source: Path) -> None:
    """Write every page, and the files that they link to, into `source`."""
    names = page_names()
    for path, name in names.items():
        if path.endswith(".md") and path != "README.md":
            text = (ROOT / path).read_text("utf-8")
            page = "".join(_rewritten(text, path, names, source))
            page += contents(text) if path == START else ""
            (source / name).write_text(page, "utf-8")


def contents(start_page: str) -> str:
    """The contents at the side, from the headings and links of the start page."""
    names = page_names()
    parts = []
    for section in re.split(r"^## ", start_page, flags=re.MULTILINE)[1:]:
        title, _, body = section.partition("\n")
        links = [link for link, anchor in LINK.findall(body) if not anchor]
        entries = [names[_repository_path(START, link)].removesuffix(".md") for link in links]
        parts.append(toctree(entries, f":caption: {title}\n:hidden:"))
    return "\n" + "\n".join(parts)


def toctree(entries: list[str], options: str) -> str:
    """Return a list of pages as Sphinx reads it."""
    lines = "\n".join(entries)
    return f"```{{toctree}}\n{options}\n\n{lines}\n```\n"


def _rewritten(text: str, path: str, names: dict[str, str], source: Path) -> Iterator[str]:
    """The page in pieces: blocks of code as they are, all else with links of the site."""
    end = 0

    def target(link: re.Match[str]) -> str:
        return f"]({_target(link[1], path, names, source)}{link[2] or ''})"

    for code in CODE.finditer(text):
        yield LINK.sub(target, text[end : code.start()])
        yield code[0]
        end = code.end()
    yield LINK.sub(target, text[end:])


def _target(link: str, page: str, names: dict[str, str], source: Path) -> str:
    """Where a link of a page leads on the site; a file that is no page is copied there."""
    path = _repository_path(page, link)
    name = names.get(path) or _copied(path, source)
    return relpath(name, PurePosixPath(names[page]).parent).replace("\\", "/")


def _repository_path(page: str, link: str) -> str:
    """The path in the repository that a link on a page means."""
    return Path(relpath((ROOT / page).parent / link, ROOT)).as_posix()


def _copied(path: str, source: Path) -> str:
    """The name on the site of a file or folder that is no page."""
    origin = ROOT / path
    copy = source / "files" / path
    copy.parent.mkdir(parents=True, exist_ok=True)
    if origin.is_dir():
        shutil.copytree(origin, copy, dirs_exist_ok=True)
        name = f"files/{path.replace('/', '-')}.md"
        (source / name).write_text(_folder_page(path, copy, source / "files"), "utf-8")
        return name
    shutil.copyfile(origin, copy)
    return f"files/{path}"


def _folder_page(path: str, folder: Path, base: Path) -> str:
    """A page that lists the files of a folder."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    links = [f"- [{relpath(file, folder)}]({relpath(file, base)})" for file in files]
    return "\n".join(["---\norphan: true\n---", f"# `{path}`", "", *links, ""])
