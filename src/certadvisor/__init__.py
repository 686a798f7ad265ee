"""certadvisor: which certification to take next, whether you qualify, and from when.

Python programs use `Advisor`; see docs/api.md.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # that of `typing`, whose import would slow `--version` down
if TYPE_CHECKING:
    from certadvisor.advice.recommend.recommendations import Advice
    from certadvisor.api import Advisor
    from certadvisor.audit.audit import Audited, State
    from certadvisor.errors import Fault, InputError
    from certadvisor.planner.plan_result import Answer
    from certadvisor.profile.model import Profile, ReadProfile
    from certadvisor.rules.outcome import Outcome
    from certadvisor.rules.verdict import Check

__all__ = [
    "Advice",
    "Advisor",
    "Answer",
    "Audited",
    "Check",
    "Fault",
    "InputError",
    "Outcome",
    "Profile",
    "ReadProfile",
    "State",
    "__version__",
]

if not TYPE_CHECKING:  # a type checker would accept any name where it sees `__getattr__`
    _PLACES = {
        "Advice": "advice.recommend.recommendations",
        "Advisor": "api",
        "Answer": "planner.plan_result",
        "Audited": "audit.audit",
        "Check": "rules.verdict",
        "Fault": "errors",
        "InputError": "errors",
        "Outcome": "rules.outcome",
        "Profile": "profile.model",
        "ReadProfile": "profile.model",
        "State": "audit.audit",
    }

    def __getattr__(name: str) -> object:
        """Import a public name on first access; the command line starts without them."""
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
