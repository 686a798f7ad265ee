"""docs/api.md: every Python example gives the output shown."""

import doctest
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_python_examples_of_the_page_give_the_output_shown() -> None:
    """In their order, as one session."""
    page = "docs/api.md"
    text = (ROOT / page).read_text("utf-8")
    output: list[str] = []
    examples = doctest.DocTestRunner(verbose=False)
    session = "\n".join(re.findall(r"```pycon\n(.*?)```", text, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(session, {}, page, page, 0)
    outcome = examples.run(test, out=output.append)
    assert outcome.attempted
    assert outcome.failed == 0, "".join(output)
