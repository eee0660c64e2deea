"""The resources without a socket: what becomes a job, what becomes a problem."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from pauza.service.app import create_app
from pauza.service.problems import PROBLEMS
from pauza.settings import API_VERSION, EXTENSION_ORIGIN, MAX_REGIONS, VERSION, Settings
from pauza.worker.pool import Pool
from worker.tiny import start_tiny


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    settings = Settings(home=tmp_path_factory.mktemp("home"), max_body_mib=1)
    with Pool(settings, start_tiny) as pool:
        yield create_app(settings, pool).test_client()


def post(client: FlaskClient, target: str, photo: bytes = b"job") -> tuple[int, Any]:
    response = client.post(
        target,
        data=photo,
        base_url="http://127.0.0.1:8765",
        headers={"Origin": EXTENSION_ORIGIN},
    )
    return response.status_code, json.loads(response.data)


def job(client: FlaskClient, target: str) -> Any:
    status, asked = post(client, target)
    assert status == 200, asked
    return asked


def test_hello_says_who_is_here(client: FlaskClient) -> None:
    post(client, "/v1/analyses?sensitivity=quiet")
    assert post(client, "/v1/hello") == (
        200,
        {"service": "pauza", "version": VERSION, "api": API_VERSION, "state": "ready"},
    )


class TestJobs:
    @pytest.mark.parametrize("sensitivity", ["careful", "balanced", "quiet"])
    def test_an_analysis_names_the_sensitivity(self, client: FlaskClient, sensitivity: str) -> None:
        asked = job(client, f"/v1/analyses?sensitivity={sensitivity}")
        assert asked == {"job": "analyse", "sensitivity": sensitivity, "preview_side": None}

    def test_an_analysis_can_ask_for_a_preview(self, client: FlaskClient) -> None:
        asked = job(client, "/v1/analyses?sensitivity=quiet&preview_side=1024")
        assert asked["preview_side"] == 1024

    def test_a_plain_preview_needs_a_size_only(self, client: FlaskClient) -> None:
        asked = job(client, "/v1/previews?max_side=1024")
        assert asked == {"job": "preview", "max_side": 1024, "style": "soft", "regions": []}

    def test_a_covered_preview_names_its_regions(self, client: FlaskClient) -> None:
        target = "/v1/previews?max_side=16&style=sticker-sun&region=1,2.5,3,4,-15&region=5,6,7,8,0"
        asked = job(client, target)
        assert asked["style"] == "sticker-sun"
        assert asked["regions"] == [[1, 2.5, 3, 4, -15], [5, 6, 7, 8, 0]]

    def test_a_redaction_without_a_region_is_a_cleaned_copy(self, client: FlaskClient) -> None:
        assert job(client, "/v1/redactions") == {"job": "redact", "style": "soft", "regions": []}

    def test_a_redaction_has_the_style_that_is_asked_for(self, client: FlaskClient) -> None:
        assert job(client, "/v1/redactions?style=solid&region=1,2,3,4,0")["style"] == "solid"

    def test_a_redaction_says_what_was_lost(self, client: FlaskClient) -> None:
        def told(photo: bytes) -> str | None:
            return client.post(
                "/v1/redactions?style=soft",
                data=photo,
                base_url="http://127.0.0.1:8765",
                headers={"Origin": EXTENSION_ORIGIN},
            ).headers.get("Pauza-Changes")

        assert told(b"changes still eight-bit") == "still, eight-bit"
        assert told(b"anything") is None


class TestBadParameters:
    @pytest.mark.parametrize(
        ("target", "parameter"),
        [
            ("/v1/analyses", "sensitivity"),
            ("/v1/analyses?sensitivity=", "sensitivity"),
            ("/v1/analyses?sensitivity=BALANCED", "sensitivity"),
            ("/v1/analyses?sensitivity=quiet&sensitivity=quiet", "sensitivity"),
            ("/v1/analyses?sensitivity=quiet&style=soft", "style"),
            ("/v1/previews", "max_side"),
            ("/v1/previews?max_side=15", "max_side"),
            ("/v1/previews?max_side=4097", "max_side"),
            ("/v1/previews?max_side=1e3", "max_side"),
            ("/v1/previews?max_side=-64", "max_side"),
            ("/v1/previews?max_side=" + "9" * 5000, "max_side"),
            ("/v1/previews?max_side=%D9%A1%D9%A1%D9%A1", "max_side"),
            ("/v1/previews?max_side=64&style=blur", "style"),
            ("/v1/redactions?style=soft&region=", "region"),
            ("/v1/redactions?style=soft&region=1,2,3,4", "region"),
            ("/v1/redactions?style=soft&region=1,2,3,4,5,6", "region"),
            ("/v1/redactions?style=soft&region=1,2,3,4,nan", "region"),
            ("/v1/redactions?style=soft&region=1,2,inf,4,0", "region"),
            ("/v1/redactions?style=soft&region=1,2,3,4,1e999", "region"),
            ("/v1/redactions?style=soft&regions=1,2,3,4,0", "regions"),
        ],
    )
    def test_are_named(self, client: FlaskClient, target: str, parameter: str) -> None:
        status, problem = post(client, target)
        assert (status, problem["code"]) == (400, "bad_parameter")
        assert problem["parameter"] == parameter

    def test_more_regions_than_can_be_covered(self, client: FlaskClient) -> None:
        target = "/v1/redactions?style=soft" + "&region=1,2,3,4,0" * (MAX_REGIONS + 1)
        assert post(client, target)[1]["code"] == "too_many_regions"


class TestProblems:
    def test_a_refusal_of_the_worker_becomes_its_problem(self, client: FlaskClient) -> None:
        status, problem = post(client, "/v1/analyses?sensitivity=quiet", b"damaged")
        assert status == 422
        assert problem == {
            "type": "urn:pauza:problem:damaged",
            "title": PROBLEMS["damaged"].title,
            "status": 422,
            "detail": PROBLEMS["damaged"].detail,
            "code": "damaged",
        }

    def test_what_the_worker_says_of_a_failure_stays_inside(self, client: FlaskClient) -> None:
        _, problem = post(client, "/v1/analyses?sensitivity=quiet", b"internal")
        assert problem["code"] == "internal"
        assert "as told" not in json.dumps(problem)

    def test_a_photo_above_the_limit_is_refused(self, client: FlaskClient) -> None:
        photo = bytes(2**20 + 1)
        status, problem = post(client, "/v1/analyses?sensitivity=quiet", photo)
        assert (status, problem["code"]) == (413, "too_large")


class TestNotNow:
    def test_hello_and_every_job_say_why(self, tmp_path: Path) -> None:
        settings = Settings(home=tmp_path)
        with Pool(settings, lambda settings: start_tiny(settings, "weights_damaged")) as pool:
            client = create_app(settings, pool).test_client()
            status, problem = post(client, "/v1/analyses?sensitivity=quiet")
            assert (status, problem["code"]) == (503, "weights_damaged")
            hello = post(client, "/v1/hello")[1]
            assert (hello["state"], hello["code"]) == ("unwell", "weights_damaged")

    def test_a_full_queue_says_when_to_come_back(self, tmp_path: Path) -> None:
        settings = Settings(home=tmp_path, waiting_jobs=-1)
        with Pool(settings, start_tiny) as pool:
            client = create_app(settings, pool).test_client()
            response = client.post(
                "/v1/analyses?sensitivity=quiet",
                data=b"x",
                base_url="http://127.0.0.1:8765",
                headers={"Origin": EXTENSION_ORIGIN},
            )
            assert response.status_code == 503
            assert response.headers["Retry-After"] == "2"


def test_a_failure_of_our_own_is_told_without_its_words(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("family.jpg")

    monkeypatch.setattr(Pool, "run", fail)
    status, problem = post(client, "/v1/analyses?sensitivity=quiet")
    assert (status, problem["code"]) == (500, "internal")
    assert "RuntimeError" in caplog.text
    assert "family.jpg" not in caplog.text
