"""Files of the corpus through the commands: what is written, and how they end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from corpus import READ, table
from pauza import formats
from pauza.cli.main import pauza
from pauza.settings import Settings
from pauza.worker.jobs import PhotoCode

EACH = 2
"""Files of each kind: the whole corpus goes through the service."""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pauza, [*map(str, arguments)])


@pytest.fixture(scope="module")
def folder(settings: Settings) -> Path:
    folder = settings.shared / "corpus"
    if not folder.is_dir():
        pytest.skip("the shared corpus of files is not here (PAUZA_SHARED)")
    return folder


def sample(folder: Path, expect: str) -> list[Path]:
    strict = table(expect=expect, strict="1")
    return [
        folder / row["file"]
        for kind in sorted({row["format"] for row in strict})
        for row in [row for row in strict if row["format"] == kind][:EACH]
    ]


def test_what_must_be_read_is_checked_and_copied_and_both_end_with_0(
    folder: Path, tmp_path: Path
) -> None:
    paths = sample(folder, "ok")
    assert len(paths) == EACH * len(READ)
    checked = run("check", "--json", *paths)
    assert checked.exit_code == 0, checked.output
    assert all("verdict" in json.loads(line) for line in checked.output.splitlines())
    copied = run("redact", *paths, "-o", tmp_path, "--faces", "all")
    assert copied.exit_code == 0, copied.output
    copies = list(tmp_path.iterdir())
    assert len(copies) == len(paths)
    assert [formats.leftovers(copy.read_bytes()) for copy in copies] == [[]] * len(paths)


def test_what_must_be_refused_is_told_with_its_cause_and_both_end_with_1(
    folder: Path, tmp_path: Path
) -> None:
    paths = sample(folder, "error")
    checked = run("check", "--json", *paths)
    assert checked.exit_code == 1
    codes = [json.loads(line)["error"]["code"] for line in checked.output.splitlines()]
    assert len(codes) == len(paths)
    assert set(codes) <= set(get_args(PhotoCode))
    copied = run("redact", *paths, "-o", tmp_path)
    assert copied.exit_code == 1
    assert copied.stderr.count("no copy written.") == len(paths)
    assert list(tmp_path.iterdir()) == []
