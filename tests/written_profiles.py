"""Profiles and evidence from YAML text, as a person would write it."""

from datetime import date

from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.profile.reader import read_profile


def profile_of(profile_yaml: str, catalog: Catalog, day: date) -> Profile:
    """Read a profile from YAML text."""
    return read_profile(read_bytes(profile_yaml.encode(), "profile"), catalog, day).profile


def evidence_of(profile_yaml: str, catalog: Catalog, day: date) -> Evidence:
    """The evidence of a profile in YAML text, on a day."""
    return Evidence(profile_of(profile_yaml, catalog, day), catalog, day)
