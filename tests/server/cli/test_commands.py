"""The commands that hand on to a room of their own: what they say, and how they end."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pauza.cli.main import pauza
from pauza.service.openapi import DOCUMENT
from service.running import free_port


def test_openapi_prints_the_document() -> None:
    assert json.loads(CliRunner().invoke(pauza, ["openapi"]).output) == DOCUMENT


def test_weights_that_are_there_are_not_fetched_again() -> None:
    ended = CliRunner().invoke(pauza, ["weights", "fetch"])
    assert ended.exit_code == 0
    assert all(line.endswith(": ready") for line in ended.output.splitlines())


def test_serve_ends_with_3_and_a_sentence_where_the_port_is_taken(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
        environment = {"PAUZA_PORT": str(port), "PAUZA_HOME": str(tmp_path)}
        ended = CliRunner().invoke(pauza, ["serve"], env=environment)
    assert ended.exit_code == 3
    assert ended.stderr == (
        f"Another program uses port {port}. Set PAUZA_PORT to another number, "
        "and the same number in the extension's popup.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no Ctrl-C to send to another")
def test_serve_says_where_it_listens_and_ends_quietly_on_ctrl_c(tmp_path: Path) -> None:
    port = free_port()
    environment = {"PAUZA_PORT": str(port), "PAUZA_HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [Path(sys.executable).with_name("pauza"), "serve"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    ) as service:
        assert service.stdout
        told = service.stdout.readline()
        assert told == f"Pauza listens on 127.0.0.1:{port}. Stop it with Ctrl-C.\n"
        service.send_signal(signal.SIGINT)
        _, complaints = service.communicate(timeout=30)
        assert (service.returncode, complaints) == (0, "")
