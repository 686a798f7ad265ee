"""The profile that most expected outputs use, and a helper to read one."""

from datetime import date

from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.profile.model import Profile
from certadvisor.profile.reader import read_profile

DAY = date(2026, 11, 22)

LEADER = """
country: US
education: [{degree: bachelor, awarded: 2015-06}]
work:
  - {title: IT project manager, start: 2024-03}
training: [{topic: project-management, hours: 35}]
courses: [csm-course]
certifications: [{id: capm, earned: 2024-05-10}]
memberships: [pmi]
goal:
  {role: program-manager, budget: 1500 USD, within: 12 months, hours_per_week: 6, prefers: agile}
"""

DEVELOPER = """
country: US
education: [{degree: bachelor, awarded: 2015-06}]
work: [{title: Software developer, start: 2021-03}]
training: []
courses: []
certifications: []
memberships: []
"""


def profile(profile_yaml: str, catalog: Catalog) -> Profile:
    """Read a profile from YAML text."""
    return read_profile(read_bytes(profile_yaml.encode(), "profile"), catalog, DAY).profile
