"""The settings of the documentation site; `make site` builds it from what tools/ prepares."""
# ruff: noqa: INP001  Sphinx reads this file by its name

from certadvisor import __version__

project = "certadvisor"
author = "the certadvisor contributors"
project_copyright = author
release = version = __version__
extensions = ["myst_parser"]

# The anchors of headings are those of code hosts, so a link works there and here.
myst_heading_anchors = 4
smartquotes = False  # `--format` has two hyphens, in headings too
# Examples may be cut short (`…`), which no lexer of JSON or Python reads.
highlight_language = "text"
suppress_warnings = ["misc.highlighting_failure"]

html_theme = "furo"  # its fonts are those of the reader's system, its scripts lie in the site
html_title = f"certadvisor {release}"
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_use_index = False
# Search works offline, from a folder too: its index is a script beside the pages. A summary of each
# page found would be fetched, which browsers refuse where no server answers.
html_search_language = "en"
html_show_search_summary = False
