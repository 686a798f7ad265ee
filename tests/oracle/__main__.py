"""`make oracle`: so many checks of people real and random, disagreements in their smallest form."""

import sys
from itertools import chain

from oracle.compare import Comparison, draw_people
from oracle.realistic import people_of_cases, personas

CHECKS, SHOWN = 100_000, 20


def main() -> int:
    """Compare, print what was found, and return 1 where anything was."""
    arguments = dict(enumerate(map(int, sys.argv[1:])))
    checks, seed = arguments.get(0, CHECKS), arguments.get(1, 1)
    comparison, found = Comparison(), 0
    everyone = chain(personas(comparison), people_of_cases(), draw_people(comparison, seed))
    for profile, questions in everyone:
        for one in comparison.disagreements(profile, questions):
            found += 1
            if found <= SHOWN:
                small = comparison.smallest(one)
                print(small.question, small.profile, sep="\n  ")
                print(f"  the engine says {small.engine}, the oracle {small.oracle}")
        if comparison.checks >= checks:
            break
    print(f"{comparison.checks} checks, {found} disagreements")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
