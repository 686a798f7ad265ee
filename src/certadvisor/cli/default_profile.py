"""The profile that commands use where neither --profile nor facts about the person are given."""

import os
import sys
from pathlib import Path

from certadvisor.errors import Fault, InputError

VARIABLE = "CERTADVISOR_PROFILE"
NO_PROFILE = "none"  # in place of a file: without any profile


def default_profile_path() -> Path | None:
    """Return the default profile's path, whether there is such a file or not.

    It is that of CERTADVISOR_PROFILE, else `profile.yaml` in the user's configuration folder.
    None where the variable says `none`, or the user has no home directory.
    """
    named = os.environ.get(VARIABLE, "")
    if named:
        return None if named == NO_PROFILE else Path(named)
    folder = _configuration_folder()
    return folder and folder / "certadvisor" / "profile.yaml"


def find_default_profile() -> Path | None:
    """Return the default profile; None if the user's configuration folder holds none.

    One that CERTADVISOR_PROFILE names is returned whether it exists or not: reading it says that
    it is missing, rather than answering as if nothing were known of the person.
    """
    path = default_profile_path()
    if path is None or os.environ.get(VARIABLE):
        return path
    return path if os.path.lexists(path) else None


def new_default_profile() -> Path:
    """Return the path to save a default profile at, in a folder that is there then.

    Raises InputError where there is such a profile already, and where there can be none.
    """
    path = default_profile_path()
    if path is None:
        remedy = "name a file with --output"
        raise InputError(
            [Fault("--save", "there is no place for a default profile", remedy=remedy)]
        )
    if os.path.lexists(path):
        remedy = f"replace it with --output {path}, or remove it"
        raise InputError([Fault(str(path), "exists already and was left as it is", remedy=remedy)])
    make_folder(path)
    return path


def make_folder(path: Path) -> None:
    """Make the folder of a default profile, closed to others. Raises InputError if that fails."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "an error of the system").lower()
        raise InputError([Fault(str(path.parent), f"cannot be made: {reason}")]) from None


def _configuration_folder() -> Path | None:
    """Return XDG_CONFIG_HOME where it is set, on any system, else the folder of the platform.

    A relative XDG_CONFIG_HOME is ignored, as its specification asks.
    """
    named = os.environ.get("XDG_CONFIG_HOME", "")
    if Path(named).is_absolute():
        return Path(named)
    roaming = os.environ.get("APPDATA", "")
    if sys.platform == "win32" and Path(roaming).is_absolute():
        return Path(roaming)
    try:
        home = Path.home()
    except RuntimeError:  # the user has no home directory
        return None
    mac = sys.platform == "darwin"
    return home / "Library" / "Application Support" if mac else home / ".config"
