"""`make oracle`: so many checks of random people, and every disagreement in its smallest form."""

import sys

from oracle.compare import Comparison, draw_people

CHECKS, SHOWN = 100_000, 20


def main() -> int:
    """Compare, print what was found, and return 1 where anything was."""
    checks = int(sys.argv[1]) if len(sys.argv) > 1 else CHECKS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    comparison = Comparison()
    found = 0
    for profile, questions in draw_people(comparison, seed):
        for one in comparison.disagreements(profile, questions):
            found += 1
            if found <= SHOWN:
                small = comparison.smallest(one)
                print(f"{small.question}\n  {small.profile}\n  engine {small.engine}, oracle {small.oracle}")
        if comparison.checks >= checks:
            break
    print(f"{comparison.checks} checks, {found} disagreements")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
