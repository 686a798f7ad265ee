"""Shared fixtures: the built-in catalogue and a small fixed one."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog

HERE = Path(__file__).parent

# No test may read the profile of whoever runs it, nor write one: in this process and in those
# that inherit its environment. The folder does not exist; tests that need one make their own.
os.environ["XDG_CONFIG_HOME"] = str(HERE / "no-such-configuration")
os.environ.pop("CERTADVISOR_PROFILE", None)

# How fast examples are drawn says how busy the machine is, not whether a law holds.
settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as `laws` what is in that folder, and what Hypothesis draws examples for elsewhere."""
    for item in items:
        is_random = isinstance(item, pytest.Function) and is_hypothesis_test(item.obj)
        if is_random or HERE / "laws" in item.path.parents:
            item.add_marker(pytest.mark.laws)


@pytest.fixture(scope="session")
def small() -> Catalog:
    """Load the catalogue in `tests/small` on its own, without the built-in one under it."""
    return load_catalog((str(HERE / "small"),), built_in=False, cache=False)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """Load the built-in catalogue."""
    return load_catalog()
