"""A run over an album that is killed half-way, and the next one: with the real program."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

import pytest
from PIL import Image

pty = pytest.importorskip("pty", reason="a terminal that a test can read")

PAUZA = Path(sys.executable).with_name("pauza")
PHOTOS = 40
HALF = b"20 of "


@pytest.fixture(scope="module")
def album(photos: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small photos, no two alike."""
    folder = tmp_path_factory.mktemp("batch") / "album"
    sources = islice(cycle(sorted(photos.glob("*.jpg"))), PHOTOS)
    for number, source in enumerate(sources):
        target = folder / f"day {number % 3}" / f"{number}.jpg"
        target.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(source) as image:
            image.thumbnail((200 + number, 200 + number))
            image.convert("RGB").save(target)
    return folder


@contextmanager
def on_a_terminal(
    *command: str | Path,
) -> Iterator[tuple[subprocess.Popen[bytes], Iterator[bytes]]]:
    """The program, and what it tells its terminal, bit by bit."""
    ours, its = pty.openpty()

    def told() -> Iterator[bytes]:
        seen = b""
        while True:
            try:
                seen += os.read(ours, 1024)
            except OSError:  # how a terminal says that nobody is left
                return
            yield seen

    with subprocess.Popen([PAUZA, *command], stdout=subprocess.DEVNULL, stderr=its) as program:
        os.close(its)
        yield program, told()
    os.close(ours)


def killed_half_way(*command: str | Path) -> None:
    with on_a_terminal(*command) as (program, told):
        assert any(HALF in seen for seen in told)
        program.kill()


def run(*command: str | Path) -> str:
    ended = subprocess.run([PAUZA, *command], capture_output=True, text=True, check=True)
    return ended.stdout


def copies(out: Path) -> dict[str, tuple[int, int]]:
    """Each whole copy, with what would change if it was written again."""
    return {
        path.relative_to(out).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in out.rglob("*.jpg")
    }


def names(album: Path) -> set[str]:
    return {path.relative_to(album).as_posix() for path in album.rglob("*.jpg")}


def test_copies_are_made_once_each(album: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    killed_half_way("redact", album, "-o", out)
    before = copies(out)
    assert 0 < len(before) < PHOTOS
    told = run("redact", album, "-o", out)
    after = copies(out)
    assert f"{PHOTOS - len(before)} copies written" in told
    assert f"{len(before)} were there already" in told
    assert after.keys() == names(album)
    assert before.items() <= after.items()
    assert {path.suffix for path in out.rglob("*") if path.is_file()} == {".jpg"}
    for name in after:
        Image.open(out / name).load()


def test_photos_are_checked_once_each(album: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    killed_half_way("check", album, "--report", report)
    assert [path.name for path in tmp_path.iterdir()] == ["report.html.partial.jsonl"]
    kept = (tmp_path / "report.html.partial.jsonl").read_bytes().count(b"\n") - 1  # its head
    with on_a_terminal("check", album, "--report", report) as (_, told):
        (*_, all_told) = told
    assert set(re.findall(rb" of (\d+) photo", all_told)) == {str(PHOTOS - kept).encode()}
    table = (tmp_path / "report.csv").read_text(encoding="utf-8-sig")
    rows = csv.DictReader(table.splitlines())
    assert sorted(row["file"] for row in rows) == sorted(names(album))
    assert report.read_text(encoding="utf-8").count("<h3>") == PHOTOS
    assert not (tmp_path / "report.html.partial.jsonl").exists()
