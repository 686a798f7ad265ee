"""Rules that are unknown for too many people: an audit passes only if it could judge."""

from typing import NamedTuple

from certadvisor.audit.policy import PolicyRule


class UnjudgedRule(NamedTuple):
    """A rule that is unknown for too many of those whom it concerns."""

    rule: PolicyRule
    unknown: int
    concerned: int


_UNKNOWN_SHARE = 10  # a tenth may be unknown, and one person of fewer than ten


def may_be_unknown(rule: PolicyRule, unknown: int, concerned: int) -> bool:
    """Whether a rule may be unknown for so many people: by the policy, else for a tenth of them.

    Without a limit in the policy it may never be unknown for all of them.
    """
    if rule.max_unknown is not None:
        return rule.max_unknown.allows(unknown, concerned)
    if unknown and unknown == concerned:
        return False
    return unknown <= 1 if concerned < _UNKNOWN_SHARE else unknown * _UNKNOWN_SHARE <= concerned
