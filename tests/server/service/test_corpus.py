"""Every file of the corpus through the real service, over HTTP."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import cast, get_args

import pytest

from corpus import READ, Row, rows
from pauza import formats
from pauza.service.problems import PROBLEMS, Code
from pauza.settings import Settings
from pauza.worker.jobs import PhotoCode
from service.running import SERVERS, Reply, Running, free_port

ANALYSES = "/v1/analyses?sensitivity=balanced&preview_side=64"
REDACTIONS = "/v1/redactions?style=soft&region=80,60,40,50,15"
CLEANED = "/v1/redactions"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The program itself, with the real worker."""
    port, home = free_port(), tmp_path_factory.mktemp("home")
    with subprocess.Popen(
        [sys.executable, "-m", "pauza.cli", "serve"],
        stdout=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "PAUZA_PORT": str(port),
            "PAUZA_HOME": str(home),
            "PYTHONUNBUFFERED": "1",
        },
    ) as process:
        assert process.stdout
        process.stdout.readline()  # it says that it listens
        try:
            yield Running(SERVERS[0], Settings(port=port, home=home), process)
        finally:
            process.terminate()
            process.wait(timeout=30)


REFUSALS = set(get_args(PhotoCode))


def refused(reply: Reply) -> bool:
    """Whether it is a problem of the photo, with the status of its code."""
    code = cast(Code, reply.code)
    return code in REFUSALS and reply.status == PROBLEMS[code].status


@pytest.mark.parametrize("row", rows(expect="ok", strict="1"))
def test_what_must_be_read_is_analysed_covered_and_cleaned(
    row: Row, corpus: Callable[[str], bytes], real: Running
) -> None:
    photo = corpus(row["file"])
    analysed = real.post(ANALYSES, photo)
    assert analysed.status == 200, analysed.code
    seen = json.loads(analysed.body)["photo"]
    assert (seen["width"], seen["height"]) == (int(row["width"]), int(row["height"]))
    for target in (REDACTIONS, CLEANED):
        made = real.post(target, photo)
        assert made.status == 200, made.code
        assert formats.leftovers(made.body) == []


@pytest.mark.parametrize("row", rows(expect="error", strict="1"))
def test_what_must_be_refused_is_refused_with_its_cause(
    row: Row, corpus: Callable[[str], bytes], real: Running
) -> None:
    photo = corpus(row["file"])
    for target in (ANALYSES, REDACTIONS, CLEANED):
        reply = real.post(target, photo)
        assert refused(reply), reply.body
        assert row["format"] in READ or reply.code == "unknown_kind"


@pytest.mark.parametrize("row", rows(strict="0"))
def test_whatever_else_there_is_gets_a_photo_or_a_refusal(
    row: Row, corpus: Callable[[str], bytes], real: Running
) -> None:
    photo = corpus(row["file"])
    for target in (ANALYSES, REDACTIONS, CLEANED):
        reply = real.post(target, photo)
        assert reply.status == 200 or refused(reply), reply.body
