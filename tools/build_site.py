"""Build the documentation site: `make site`, or name the folder to write it to.

The pages come from the repository (`site_pages.py`), the reference from the help and the schemas.
Sphinx must build them without a warning, every link into the site must lead somewhere, and no page
may load anything from elsewhere. Needs the extra `docs`.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from site_commands import command_pages, environment_section
from site_links import broken_links, loaded_from_elsewhere
from site_pages import ROOT, copy_pages, toctree
from site_schemas import schema_pages


def main(target: Path) -> int:
    """Build the site and check its links. Returns an exit code."""
    source, site = target / "source", target / "html"
    for folder in (source, site):
        shutil.rmtree(folder, ignore_errors=True)
    write_source(source)
    words = ["-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "-c", str(ROOT / "docs")]
    built = subprocess.run([sys.executable, *words, str(source), str(site)], check=False)
    if built.returncode:
        return built.returncode
    faults = [*broken_links(site), *(f"loads {line}" for line in loaded_from_elsewhere(site))]
    print("\n".join(faults) or f"{len([*site.rglob('*.html')])} pages: {site / 'index.html'}")
    return 1 if faults else 0


def write_source(source: Path) -> None:
    """Write what Sphinx reads: the pages of the repository, then the reference."""
    (source / "reference" / "commands").mkdir(parents=True)
    copy_pages(source)
    _write_commands(source)
    _write_schemas(source / "reference" / "schemas")


def _write_commands(source: Path) -> None:
    """A page for each command, listed at the end of the page of commands."""
    pages = dict(command_pages())
    for name, text in pages.items():
        (source / "reference" / "commands" / f"{name}.md").write_text(text, "utf-8")
    listed = toctree([f"reference/commands/{name}" for name in pages], ":maxdepth: 1")
    overview = source / "commands.md"
    text = overview.read_text("utf-8")
    every = "\n## Every command with its options\n\n"
    overview.write_text(f"{text}\n{environment_section()}{every}{listed}", "utf-8")


def _write_schemas(folder: Path) -> None:
    """A page for each schema beside the schema itself, and the list of them."""
    lists: dict[Path, list[str]] = {}
    for file, text in schema_pages(ROOT / "schemas"):
        page = folder / file.with_suffix(".md")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, "utf-8")
        shutil.copyfile(ROOT / "schemas" / file, folder / file)
        lists.setdefault(file.parent, []).append(file.with_suffix("").as_posix())
    lines = [
        "# JSON Schemas",
        "",
        "Editors complete and check files by them: see [profiles](../../profiles.md)",
        "",
    ]
    lines += ["## Files that people write", "", toctree(lists[Path()], ":maxdepth: 1")]
    lines += ["## Documents that `--format json` writes", ""]
    lines += [toctree(lists[Path("output")], ":maxdepth: 1")]
    (folder / "index.md").write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if sys.argv[1:] else "build/site").resolve()))
