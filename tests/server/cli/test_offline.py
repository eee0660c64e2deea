"""The commands that look at photos open no internet socket, whatever is installed around them.

Watched twice: by an audit hook in every Python process they start, which works everywhere, and,
where strace and user namespaces are, in a network without a route and by their system calls.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PAUZA = [sys.executable, "-m", "pauza.cli"]
OPENS_A_SOCKET = [sys.executable, "-c", "import socket; socket.socket().close()"]
NAMES = ("check", "redact", "evaluate")

HOOK = """
import os, sys

def watch(event, args):
    if event == "socket.__new__" and args[1] in (2, 10, 23, 30) or event == "socket.getaddrinfo":
        with open(os.environ["SOCKETS_SEEN"], "a") as seen:
            seen.write(event)

sys.addaudithook(watch)
"""
"""2 is AF_INET; 10, 23 and 30 are AF_INET6 on Linux, Windows and macOS."""


@pytest.fixture
def commands(tmp_path: Path, photo: Callable[[str], bytes]) -> dict[str, list[str]]:
    (tmp_path / "baby.jpg").write_bytes(photo("baby-hand.jpg"))
    (tmp_path / "people.csv").write_text("file,age\nbaby.jpg,1\n")
    baby = str(tmp_path / "baby.jpg")
    return {
        "check": [*PAUZA, "check", baby],
        "redact": [*PAUZA, "redact", baby, "-o", str(tmp_path / "covered")],
        "evaluate": [*PAUZA, "evaluate", str(tmp_path / "people.csv")],
    }


@pytest.fixture
def sockets_seen(tmp_path: Path) -> Callable[[list[str]], str]:
    """Runs a command to its good end; what its Python processes did with internet sockets."""
    hooks, seen = tmp_path / "hooks", tmp_path / "seen"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(HOOK)
    environment = {**os.environ, "PYTHONPATH": str(hooks), "SOCKETS_SEEN": str(seen)}

    def run(command: list[str]) -> str:
        subprocess.run(command, env=environment, check=True, capture_output=True)
        return seen.read_text() if seen.exists() else ""

    return run


@pytest.fixture
def system_calls(tmp_path: Path) -> Callable[[list[str]], str]:
    """Runs a command without a network to its good end; its system calls about sockets."""
    watched = ["strace", "-f", "-e", "trace=%network", "-o", str(tmp_path / "calls")]
    alone = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("strace") or not shutil.which("unshare"):
        pytest.skip("strace and unshare are not here")
    if subprocess.run([*alone, *watched, "true"], check=False, capture_output=True).returncode:
        pytest.skip("no network namespace can be made here")

    def run(command: list[str]) -> str:
        subprocess.run([*alone, *watched, *command], check=True, capture_output=True)
        return (tmp_path / "calls").read_text()

    return run


@pytest.mark.parametrize("name", NAMES)
def test_no_python_process_of_a_command_makes_an_internet_socket_or_resolves_a_name(
    name: str, commands: dict[str, list[str]], sockets_seen: Callable[[list[str]], str]
) -> None:
    assert sockets_seen(commands[name]) == ""


@pytest.mark.parametrize("name", NAMES)
def test_without_a_network_a_command_does_its_work_and_asks_for_no_internet_socket(
    name: str, commands: dict[str, list[str]], system_calls: Callable[[list[str]], str]
) -> None:
    assert "AF_INET" not in system_calls(commands[name])


def test_the_hook_sees_a_socket_that_is_opened(sockets_seen: Callable[[list[str]], str]) -> None:
    assert sockets_seen(OPENS_A_SOCKET) == "socket.__new__"


def test_the_watched_system_calls_show_a_socket_that_is_opened(
    system_calls: Callable[[list[str]], str],
) -> None:
    assert "AF_INET" in system_calls(OPENS_A_SOCKET)
