"""What tests share: the built-in catalogue, and a small fixed one."""

from pathlib import Path

import pytest

from certadvisor.catalog.catalog import Catalog
from certadvisor.catalog.store import load_catalog

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def small() -> Catalog:
    """The catalogue in `tests/small`, alone: without the built-in one under it."""
    return load_catalog((str(HERE / "small"),), built_in=False, cache=False)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalogue that ships."""
    return load_catalog()
