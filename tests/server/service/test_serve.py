"""The service as a process: how it starts, what it leaves, how it stops."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pauza.service.neighbour import who_listens
from pauza.service.origins import AllowedOrigins
from pauza.service.serve import PortTakenError, Server, serve
from pauza.settings import Settings
from service.running import SERVERS, Running, free_port, running

FIREFOX = "moz-extension://0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
HELLO = ("POST /v1/hello HTTP/1.1", "Host: HOST", "Content-Length: 0")
ANALYSES = "/v1/analyses?sensitivity=quiet"

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
with_pipes = pytest.mark.skipif(sys.platform == "win32", reason="waits for a named pipe")


@pytest.fixture(params=SERVERS)
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    """A service of its own: these tests end it or change it."""
    with running(request.param, tmp_path) as service:
        yield service


class Held:
    """A photo that the worker holds until it is let go."""

    def __init__(self, service: Running, folder: Path, size: int = 64) -> None:
        self._pipe = folder / "pipe"
        os.mkfifo(self._pipe)
        photo = f"wait for {self._pipe} ".encode().ljust(size)
        self.reply = ThreadPoolExecutor(1).submit(service.post, ANALYSES, photo)
        self._writer = self._pipe.open("wb")  # comes back when the worker reads

    def let_go(self) -> None:
        self._writer.close()


def family_of(pid: int) -> list[int]:
    """The process and all that descend from it."""
    children = [
        int(child)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]
    return [pid, *(one for child in children for one in family_of(child))]


class TestStart:
    @pytest.mark.parametrize("server", SERVERS)
    def test_a_port_that_another_program_has_is_said(self, server: Server) -> None:
        port = free_port()
        other = subprocess.Popen(
            [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        assert other.stdout
        with other, other.stdout:
            other.stdout.readline()
            with pytest.raises(PortTakenError, match=f"Another program uses port {port}"):
                serve(Settings(port=port), print, server)
            other.kill()

    def test_a_port_that_another_pauza_has_is_said(self, service: Running) -> None:
        with pytest.raises(PortTakenError, match="already running"):
            serve(service.settings, print)

    def test_who_listens_can_be_asked(self, service: Running) -> None:
        assert who_listens(service.settings.port) == "pauza"
        assert who_listens(free_port()) == "nobody"


class TestAllowed:
    def test_an_origin_is_allowed_without_a_restart(self, fresh: Running) -> None:
        assert fresh.ask(*HELLO, f"Origin: {FIREFOX}").status == 403
        AllowedOrigins(fresh.settings.home).add(FIREFOX)
        assert fresh.ask(*HELLO, f"Origin: {FIREFOX}").status == 200
        AllowedOrigins(fresh.settings.home).remove(FIREFOX)
        assert fresh.ask(*HELLO, f"Origin: {FIREFOX}").status == 403

    def test_nothing_is_learnt_from_traffic(self, fresh: Running) -> None:
        fresh.ask(*HELLO, f"Origin: {FIREFOX}")
        fresh.ask(*HELLO, "Origin: OURS")
        assert list(fresh.settings.home.iterdir()) == []


class TestTraces:
    def test_nothing_is_said_about_requests(self, fresh: Running) -> None:
        fresh.post(ANALYSES, b"secret")
        fresh.post(ANALYSES, b"internal")
        fresh.post(ANALYSES, b"die")
        fresh.post("/v1/redactions?style=secret", b"x")
        fresh.ask("GET /secret HTTP/1.1", "Host: secret")
        fresh.exchange(b"GET /secret\x00 HTTP/1.1\r\nSecret : x\r\n\r\n")
        fresh.exchange(
            fresh.request(
                f"POST {ANALYSES} HTTP/1.1",
                "Host: HOST",
                "Origin: OURS",
                "Content-Length: 9",
                body=b"secret",
            )
        )
        fresh.process.terminate()
        out, err = fresh.process.communicate(timeout=30)
        assert (out, err) == ("", "")

    @with_pipes
    @on_linux
    def test_a_large_photo_stays_off_the_disk(self, fresh: Running, tmp_path: Path) -> None:
        size = 3 * 2**19
        held = Held(fresh, tmp_path, size)
        files = [
            entry
            for pid in family_of(fresh.process.pid)
            for entry in Path(f"/proc/{pid}/fd").iterdir()
            if entry.is_file() and entry.stat().st_size >= size // 4
        ]
        held.let_go()
        assert held.reply.result(timeout=30).status == 200
        assert [entry.readlink() for entry in files] == []

    @on_linux
    def test_no_process_of_the_edge_has_loaded_numpy(self, fresh: Running) -> None:
        assert fresh.post(ANALYSES, b"x").status == 200
        for pid in family_of(fresh.process.pid):
            assert "numpy" not in Path(f"/proc/{pid}/maps").read_text()

    @pytest.mark.parametrize("server", SERVERS)
    def test_nothing_that_the_edge_imports_needs_numpy(self, server: Server) -> None:
        program = (
            f"import sys, pauza.service.app, pauza.service.serve, pauza.service.with_{server}\n"
            "import pauza.service.openapi, pauza.cli.serve\n"
            "print({'numpy', 'PIL', 'onnxruntime'} & set(sys.modules))"
        )
        told = subprocess.check_output([sys.executable, "-c", program], text=True)
        assert told.strip() == "set()"


class TestStop:
    @with_pipes
    def test_a_photo_in_hand_is_answered_first(self, fresh: Running, tmp_path: Path) -> None:
        held = Held(fresh, tmp_path)
        fresh.process.terminate()
        held.let_go()
        assert held.reply.result(timeout=30).status == 200
        assert fresh.process.wait(timeout=30) == 0

    @on_linux
    def test_no_process_stays_behind(self, fresh: Running) -> None:
        fresh.post(ANALYSES, b"x")
        family = family_of(fresh.process.pid)
        assert len(family) >= 2
        fresh.process.terminate()
        fresh.process.wait(timeout=30)
        assert [pid for pid in family if Path(f"/proc/{pid}").exists()] == []


class TestMany:
    def test_half_requests_do_not_keep_others_waiting(self, service: Running) -> None:
        with contextlib.ExitStack() as open_ones:
            for _ in range(20):
                open_ones.enter_context(service.connect()).sendall(b"POST /v1/hello HTTP/1.1\r\n")
            assert service.post("/v1/hello").status == 200

    def test_many_at_once_are_answered_or_told_to_come_back(self, service: Running) -> None:
        photos = [bytes([number]) * 1000 for number in range(8)]
        with ThreadPoolExecutor(8) as pool:
            replies = list(pool.map(lambda photo: service.post(ANALYSES, photo), photos))
        assert {reply.status for reply in replies} <= {200, 503}
        for photo, reply in zip(photos, replies, strict=True):
            assert reply.body == photo if reply.status == 200 else reply.code == "busy"
        assert threading.active_count() < 8
