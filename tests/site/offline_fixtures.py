"""The mini-course behind a network that can go away, and a learner of it: a plugin as site_fixtures is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from network import Network, networked
from output import BICYCLE
from visitors import Visiting, Visitor

from sites import Sites


@pytest.fixture(scope="session")
def bicycle_site(sites: Sites) -> Path:
    """The site of the mini-course."""
    return sites.of(BICYCLE)


@pytest.fixture
def network(bicycle_site: Path) -> Iterator[Network]:
    with networked({"/": bicycle_site}) as network:
        yield network


@pytest.fixture
def learner(visiting: Visiting, network: Network) -> Visitor:
    return visiting(network.address(), locale="en")
