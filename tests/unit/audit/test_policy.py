"""Policy files: what is read from one, and every fault of a broken one with its line."""

from pathlib import Path

import pytest

from certadvisor.audit.policy import EVERYONE, Policy
from certadvisor.audit.policy_reader import load_policy, parse_policy
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AllOf, AnyOf, Holds
from certadvisor.errors import InputError

FILES = sorted((Path(__file__).parents[2] / "broken" / "policies").glob("*.yaml"))


def policy(rule: str, catalog: Catalog) -> Policy:
    """A policy with one rule."""
    return parse_policy(read_bytes(f"policy: P\nrules: [{rule}]".encode(), "policy"), catalog)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_broken_policy_names_every_fault(file: Path, small: Catalog) -> None:
    """The comments at the top of each file are the messages, in their order."""
    lines = file.read_text("utf-8").splitlines()
    expected = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
    with pytest.raises(InputError) as caught:
        load_policy(file, small, shown=file.name)
    assert [str(fault) for fault in caught.value.faults] == expected


def test_at_least_two_of_three_is_any_of_their_pairs(small: Catalog) -> None:
    """So dates, shortfalls and the closest option follow from the requirement language."""
    result = policy(
        "{id: r, who: everyone, needs: {at_least: 2, of: "
        "[{holds: capm}, {holds: pmp}, {holds: csm}]}}",
        small,
    )
    capm, pmp, csm = (Holds((id,)) for id in ("capm", "pmp", "csm"))
    pairs = AnyOf((AllOf((capm, pmp)), AllOf((capm, csm)), AllOf((pmp, csm))))
    assert result.rules[0].needs == pairs
    assert result.rules[0].scope == EVERYONE


@pytest.mark.parametrize(("number", "group"), [(1, AnyOf), (2, AllOf)])
def test_at_least_one_is_any_and_at_least_all_is_all(
    number: int, group: type[AllOf | AnyOf], small: Catalog
) -> None:
    """The two extremes of "at least"."""
    needs = f"{{at_least: {number}, of: [{{holds: capm}}, {{holds: pmp}}]}}"
    result = policy(f"{{id: r, who: everyone, needs: {needs}}}", small)
    assert result.rules[0].needs == group((Holds(("capm",)), Holds(("pmp",))))


def test_a_rule_without_warn_days_uses_those_of_the_policy(small: Catalog) -> None:
    """90 days by default."""
    bare = "{id: a, who: everyone, needs: {holds: pmp}}"
    own = "{id: b, who: everyone, needs: {holds: pmp}, warn_days: 0}"
    assert [rule.warn_days for rule in policy(f"{bare}, {own}", small).rules] == [90, 0]
