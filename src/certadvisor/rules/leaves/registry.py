"""The one place that knows every leaf: which module judges it.

A new leaf is a member of `catalog.requirement.Leaf`, a module with the members of
`contract.LeafModule`, and a line here; mypy names what is missing.
"""

from typing import assert_never

from certadvisor.catalog.requirement import (
    Assessment,
    Course,
    Declare,
    Degree,
    Employer,
    Experience,
    Holds,
    Leaf,
    Membership,
    Training,
)
from certadvisor.rules.leaves import (
    assessment,
    course,
    declare,
    degree,
    employer,
    experience,
    holds,
    membership,
    training,
)
from certadvisor.rules.leaves.contract import LeafModule

_modules: dict[type, LeafModule] = {}


def kind_of(leaf: Leaf) -> LeafModule:
    """Return the module of a leaf."""
    # Asked for every leaf of every person, and only the class matters: the cases are tried once
    # for each class.
    module = _modules.get(type(leaf))
    if module is None:
        module = _modules[type(leaf)] = _find_module(leaf)
    return module


def _find_module(leaf: Leaf) -> LeafModule:
    match leaf:
        case Experience():
            return experience
        case Holds():
            return holds
        case Training():
            return training
        case Course():
            return course
        case Degree():
            return degree
        case Membership():
            return membership
        case Employer():
            return employer
        case Declare():
            return declare
        case Assessment():
            return assessment
        case _:
            assert_never(leaf)
