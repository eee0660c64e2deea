from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from batch.made import analysed, failed, tiny_pool, written
from pauza.batch import crew
from pauza.batch.album import File, FileError
from pauza.batch.checked import Look, report_on
from pauza.batch.overview import Overview
from pauza.settings import Settings
from pauza.worker.pool import Pool

DAY = date(2026, 3, 9)


def look(_pool: Pool, file: File) -> dict[str, Any]:
    if file.name.endswith(".txt"):
        return failed(file.name, "unknown_kind")
    return analysed(file.name, ("child", []), nudge=True)


def reported(album: Path, page: Path, how: Look = look, terms: str = "balanced") -> Overview:
    return report_on(
        album,
        page,
        how,
        terms={"sensitivity": terms},
        settings=Settings(),
        today=DAY,
        make=tiny_pool,
    )


@pytest.fixture
def album(tmp_path: Path) -> Path:
    for name in ("a.jpg", "b.jpg", "notes.txt"):
        written(tmp_path / "album" / name)
    return tmp_path / "album"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "report.html"


def test_the_report_is_a_page_and_a_table_and_nothing_else(album: Path, page: Path) -> None:
    overview = reported(album, page)
    assert overview.sections["ask"] == ["a.jpg", "b.jpg"]
    assert not overview.all_checked
    assert "Checked before posting: album" in page.read_text(encoding="utf-8")
    assert {path.name for path in page.parent.iterdir()} == {"album", "report.html", "report.csv"}


def test_a_spreadsheet_sees_that_the_table_is_utf_8(album: Path, page: Path) -> None:
    reported(album, page)
    assert page.with_suffix(".csv").read_bytes().startswith(b"\xef\xbb\xbffile,verdict,")


def interrupted(_pool: Pool, file: File) -> dict[str, Any]:
    if file.name == "b.jpg":
        raise RuntimeError
    return look(_pool, file)


@pytest.mark.parametrize(
    ("terms", "again"),
    [("balanced", ["b.jpg", "notes.txt"]), ("careful", ["a.jpg", "b.jpg", "notes.txt"])],
)
def test_a_run_that_broke_off_is_taken_up_unless_it_asked_for_something_else(
    album: Path, page: Path, terms: str, again: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "cores", lambda: 1)  # one photo after the other
    asked: list[str] = []

    def counting(pool: Pool, file: File) -> dict[str, Any]:
        asked.append(file.name)
        return look(pool, file)

    with pytest.raises(RuntimeError):
        reported(album, page, interrupted)
    assert not page.exists()
    overview = reported(album, page, counting, terms)
    assert sorted(asked) == again
    assert overview.sections["ask"] == ["a.jpg", "b.jpg"]


@pytest.mark.parametrize("name", ["report.html", "report.csv"])
def test_a_report_never_takes_the_place_of_a_file_and_says_so_before_the_work(
    album: Path, page: Path, name: str
) -> None:
    def never(_pool: Pool, _file: File) -> dict[str, Any]:
        raise AssertionError

    place = written(page.with_name(name), b"mine")
    with pytest.raises(FileError, match="is there already"):
        reported(album, page, never)
    assert place.read_bytes() == b"mine"


def test_an_empty_folder_has_a_report_too(tmp_path: Path, page: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert reported(tmp_path / "empty", page).all_checked
    assert "Pauza checked 0 photos." in page.read_text(encoding="utf-8")
