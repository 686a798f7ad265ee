"""certadvisor: which certification to take next, whether you qualify, and from when.

Python programs use `Advisor`; see docs/api.md.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # that of `typing`, whose import would slow `--version` down
if TYPE_CHECKING:
    from certadvisor.advice.recommend.recommendations import Recommendations
    from certadvisor.api import Advisor
    from certadvisor.audit.audit import AuditResult, AuditState
    from certadvisor.errors import Fault, InputError
    from certadvisor.people.person import Reject
    from certadvisor.planner.plan_result import PlanResult
    from certadvisor.profile.model import Profile, ReadProfile
    from certadvisor.rules.outcome import Outcome
    from certadvisor.rules.verdict import Check
    from certadvisor.team.member import MemberResult

__all__ = [
    "Advisor",
    "AuditResult",
    "AuditState",
    "Check",
    "Fault",
    "InputError",
    "MemberResult",
    "Outcome",
    "PlanResult",
    "Profile",
    "ReadProfile",
    "Recommendations",
    "Reject",
    "__version__",
]

if not TYPE_CHECKING:  # a type checker would accept any name where it sees `__getattr__`
    _MODULES = {
        "Advisor": "api",
        "AuditResult": "audit.audit",
        "AuditState": "audit.audit",
        "Check": "rules.verdict",
        "Fault": "errors",
        "InputError": "errors",
        "MemberResult": "team.member",
        "Outcome": "rules.outcome",
        "PlanResult": "planner.plan_result",
        "Profile": "profile.model",
        "ReadProfile": "profile.model",
        "Recommendations": "advice.recommend.recommendations",
        "Reject": "people.person",
    }

    def __getattr__(name: str) -> object:
        """Import a public name on first access; the command line starts without them."""
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
