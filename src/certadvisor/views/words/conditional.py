"""The words for a certification that other work would bring within reach."""

from collections.abc import Iterable

from certadvisor.catalog.records import Catalog
from certadvisor.planner.conditional import Conditional, UntilThen
from certadvisor.rules.leaves.experience import kind_of_work
from certadvisor.views.words import phrases


def start_text(conditional: Conditional, catalog: Catalog) -> str:
    """What to start, and by when."""
    kinds = missing_kinds(conditional, catalog)
    work = phrases.join_names(phrases.kind_name(kind, catalog) for kind in kinds)
    return f"you start {work} by {conditional.start_by.isoformat()}"


def missing_kinds(conditional: Conditional, catalog: Catalog) -> tuple[str, ...]:
    """The kinds of work to start, without those that another of them implies."""
    kinds = {kind: None for one in conditional.missing if (kind := kind_of_work(one.leaf))}
    implied = {other for kind in kinds for other in catalog.kinds[kind].implies}
    return tuple(kind for kind in kinds if kind not in implied)


def day_text(conditional: Conditional) -> str:
    """The day on which the person can be ready; the earliest if it rests on answers."""
    earliest = " at the earliest" if conditional.questions else ""
    return f"{conditional.ready_on.isoformat()}{earliest}"


def conditional_text(conditional: Conditional, catalog: Catalog) -> str:
    """The certification with its day and the condition, without a full stop."""
    name = phrases.certification_name(conditional.certification, catalog)
    return f"{name} on {day_text(conditional)}, if {start_text(conditional, catalog)}"


def certifications_text(first: UntilThen, catalog: Catalog) -> str:
    """What is open until then, with the day on which one can be ready; empty if nothing is."""
    return phrases.join_names(
        (
            f"{phrases.certification_name(id, catalog)} (ready on {day.isoformat()})"
            for id, day in first.certifications
        ),
        "or",
    )


def roles_text(first: UntilThen, catalog: Catalog) -> str:
    """The roles whose work counts, after those that come before them; empty if there are none."""
    steps = (_either(first.first_roles, catalog), _either(first.roles, catalog))
    return ", then ".join(step for step in steps if step)


def _either(roles: Iterable[str], catalog: Catalog) -> str:
    return phrases.join_names((phrases.role_title(id, catalog) for id in roles), "or")
