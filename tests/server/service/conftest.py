"""A running service, once under each server."""

from collections.abc import Iterator

import pytest

from service.running import SERVERS, Running, running


@pytest.fixture(scope="package", params=SERVERS)
def service(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    with running(request.param, tmp_path_factory.mktemp("home")) as service:
        yield service
