"""certadvisor: which certification next, may I sit it, and from when.

A Python program asks an `Advisor`; docs/api.md shows how.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as that of `typing`, which takes longer to load than `--version` may
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

if not TYPE_CHECKING:  # or a type checker would take any name for one of ours
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
        """A public name, loaded when it is asked for: the command line starts without them."""
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
