"""A running service, once under each server; and the program itself, with the real worker."""

from collections.abc import Iterator

import pytest

from service.running import SERVERS, Running, running, running_really


@pytest.fixture(scope="package", params=SERVERS)
def service(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    with running(request.param, tmp_path_factory.mktemp("home")) as service:
        yield service


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_really(tmp_path_factory.mktemp("home")) as service:
        yield service
