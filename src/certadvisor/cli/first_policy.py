"""`audit --init`: writes a first policy for a table of people, and says what to do with it."""

import os
import shlex

from certadvisor.audit.policy_draft import draft_policy
from certadvisor.base.stderr import write_stderr
from certadvisor.cli.options import OutputOptions
from certadvisor.cli.output import write
from certadvisor.errors import Fault, InputError, escape_control_chars
from certadvisor.people.person import People
from certadvisor.views.reports import AnswerContext
from certadvisor.views.writers.first_policy import has_rules, questions_in, render_first_policy


def write_first_policy(
    answer_context: AnswerContext,
    people: People,
    name: str,
    table: tuple[str, str | None],
    target: OutputOptions,
) -> None:
    """Write the policy to a new file, or to standard output for `-`.

    `table` are the words that name the people: their file and its mapping. Raises InputError
    where the file is there already, or where the people suggest no rule.
    """
    if name != "-" and os.path.lexists(name):
        raise InputError([Fault(name, "is there already", remedy="name a file that is not")])
    catalog = answer_context.catalog
    draft = draft_policy(people.rows, catalog)
    if not has_rules(draft, catalog):
        remedy = "see by `certadvisor people check` how the job titles are read, and map them"
        problem = "has no one in a role for which employers prefer a certification"
        raise InputError([Fault(people.source, problem, remedy=remedy)])
    text = render_first_policy(draft, catalog, people.source, answer_context.as_of)
    write(text, name)
    if target.quiet:
        return
    file, mapping = table
    words = ["certadvisor", "audit", file, *(["--mapping", mapping] if mapping else [])]
    command = shlex.join([*words, "--policy", name if name != "-" else "FILE"])
    questions = questions_in(text)
    count = "1 question" if questions == 1 else f"{questions} questions"
    write_stderr(f"{count} in it, marked with `# ?`. Next: {escape_control_chars(command)}")
