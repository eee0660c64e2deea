"""`pauza check`, with the real worker where photos are, with the tiny one where it fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pauza.cli.check import checked, sentence
from pauza.cli.ending import Ending
from pauza.cli.files import Photos
from pauza.cli.main import pauza
from pauza.settings import Settings
from pauza.worker.pool import Pool
from worker.tiny import start_tiny


@pytest.fixture
def tiny() -> Iterator[Photos]:
    settings = Settings(max_body_mib=1)
    with Pool(settings, start_tiny) as pool:
        yield Photos(pool, settings)


def written(folder: Path, data: bytes) -> Path:
    path = folder / "photo.jpg"
    path.write_bytes(data)
    return path


def check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pauza, ["check", *map(str, arguments)])


class TestJson:
    def test_a_line_is_the_analysis_with_the_file(self, photos: Path) -> None:
        child, forest = photos / "children-laughing.jpg", photos / "forest.jpg"
        ended = check("--json", "--sensitivity", "careful", child, forest)
        lines = [json.loads(line) for line in ended.output.splitlines()]
        assert ended.exit_code == 0
        assert [(line["file"], line["verdict"]) for line in lines] == [
            (str(child), "child"),
            (str(forest), "none"),
        ]
        assert lines[0]["faces"]

    def test_a_file_that_is_no_photo_has_an_error_and_the_others_go_on(
        self, photos: Path, tmp_path: Path
    ) -> None:
        bad = written(tmp_path, b"no photo")
        ended = check("--json", bad, tmp_path / "missing.jpg", tmp_path, photos / "forest.jpg")
        lines = [json.loads(line) for line in ended.output.splitlines()]
        assert ended.exit_code == 1
        assert [line.get("error", {}).get("code") for line in lines] == [
            "unknown_kind",
            "unreadable",
            "unreadable",
            None,
        ]
        assert all(line["error"]["detail"].endswith(".") for line in lines[:3])

    def test_a_file_above_the_limit_is_not_read(self, tiny: Photos, tmp_path: Path) -> None:
        line = checked(tiny, written(tmp_path, bytes(2**20 + 1)), "balanced")
        assert line["error"]["code"] == "too_large"

    def test_a_file_that_ends_the_worker_is_not_the_end(self, tiny: Photos, tmp_path: Path) -> None:
        line = checked(tiny, written(tmp_path, b"die"), "balanced")
        assert line["error"]["code"] == "worker_lost"
        line = checked(tiny, written(tmp_path, b'{"verdict": "none"}'), "balanced")
        assert line["verdict"] == "none"

    def test_without_weights_it_ends_and_says_what_to_do(self, tmp_path: Path) -> None:
        with Pool(Settings(), lambda settings: start_tiny(settings, "weights_missing")) as pool:
            photos = Photos(pool, Settings())
            with pytest.raises(Ending, match="pauza weights fetch"):
                checked(photos, written(tmp_path, b"x"), "balanced")


class TestSentences:
    def faces(self, *verdicts: str) -> list[dict[str, Any]]:
        return [{"verdict": verdict} for verdict in verdicts]

    def told(self, verdict: str, *faces: str, hidden: tuple[str, ...] = ()) -> str:
        kinds = [{"kind": kind} for kind in hidden]
        line = {"file": "a.jpg", "verdict": verdict, "faces": self.faces(*faces), "hidden": kinds}
        return sentence(line)

    def test_name_what_was_found(self) -> None:
        assert self.told("none") == "a.jpg: no face found."
        assert self.told("adult", "adult") == "a.jpg: no child's face found (1 adult)."
        assert self.told("child", "adult", "child", "child", "unsure") == (
            "a.jpg: a child's face may be visible (2 child, 1 unsure, 1 adult)."
        )
        assert self.told("unsure", "unsure") == (
            "a.jpg: unsure whether a child's face is visible (1 unsure)."
        )

    def test_name_what_is_hidden(self) -> None:
        assert self.told("none", hidden=("place", "date")).endswith("Hidden data: place, date.")

    def test_never_pass_an_error_off_as_checked(self) -> None:
        line = {"file": "a.jpg", "error": {"code": "damaged", "detail": "The photo is damaged."}}
        assert sentence(line) == "a.jpg: not checked. The photo is damaged."


def test_without_a_path_it_says_how_it_is_used() -> None:
    assert check().exit_code == 2
