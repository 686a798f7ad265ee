"""The profiles that most expected outputs use, and their day."""

from datetime import date

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
