from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from batch.made import tiny_pool, written
from pauza.batch import crew
from pauza.batch.album import File, FileError
from pauza.batch.copied import KEPT, Cover, copy_album
from pauza.batch.words import Outcome
from pauza.settings import Settings
from pauza.worker.jobs import Answer
from pauza.worker.pool import Pool


def cover(_pool: Pool, file: File) -> tuple[Answer, int]:
    """One face where the photo says so, none in others; texts are no photos."""
    data = file.path.read_bytes()
    if file.name.endswith(".txt"):
        raise FileError("unknown_kind", "Not a photo.")
    covered = data == b"face"
    return Answer(b"covered" if covered else data, "image/jpeg", ".jpg"), int(covered)


def copied(folder: Path, out: Path, how: Cover = cover, style: str = "soft") -> Counter[Outcome]:
    return copy_album(folder, out, how, terms={"style": style}, settings=Settings(), make=tiny_pool)


@pytest.fixture
def album(tmp_path: Path) -> Path:
    written(tmp_path / "album" / "face.jpg", b"face")
    written(tmp_path / "album" / "sub" / "wall.jpg", b"wall")
    written(tmp_path / "album" / "notes.txt", b"text")
    return tmp_path / "album"


def test_every_file_is_counted_by_what_came_of_it(
    album: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert copied(album, tmp_path / "out") == {"covered": 1, "cleaned": 1, "failed": 1, "there": 0}
    assert (tmp_path / "out" / "face.jpg").read_bytes() == b"covered"
    assert (tmp_path / "out" / "sub" / "wall.jpg").read_bytes() == b"wall"
    assert capsys.readouterr().err == "notes.txt: no copy written. Not a photo.\n"


def test_nothing_else_stays_in_the_folder_of_copies(album: Path, tmp_path: Path) -> None:
    copied(album, tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").rglob("*")}
    assert names == {"face.jpg", "sub", "wall.jpg"}


def test_a_photo_that_lies_there_uncovered_is_not_taken_for_a_copy(
    album: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path / "out" / "face.jpg", b"face")
    assert copied(album, tmp_path / "out")["failed"] == 2
    assert "face.jpg is there already." in capsys.readouterr().err
    assert (tmp_path / "out" / "face.jpg").read_bytes() == b"face"


def test_a_run_that_broke_off_is_taken_up_where_it_was(
    album: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "cores", lambda: 1)  # one photo after the other
    asked: list[str] = []

    def broken(pool: Pool, file: File) -> tuple[Answer, int]:
        if file.name == "sub/wall.jpg":
            raise RuntimeError
        return cover(pool, file)

    def counting(pool: Pool, file: File) -> tuple[Answer, int]:
        asked.append(file.name)
        return cover(pool, file)

    with pytest.raises(RuntimeError):
        copied(album, tmp_path / "out", broken)
    assert (tmp_path / "out" / KEPT).exists()
    copied(album, tmp_path / "out", counting)
    assert "sub/wall.jpg" in asked
    assert "face.jpg" not in asked


@pytest.mark.parametrize("out", ["album", "."])
def test_copies_never_go_where_the_photos_are(album: Path, tmp_path: Path, out: str) -> None:
    with pytest.raises(FileError, match="Name another folder"):
        copied(album, tmp_path / out)
    assert not (tmp_path / out / KEPT).exists()


def test_a_folder_that_can_not_be_made_is_said(album: Path, tmp_path: Path) -> None:
    written(tmp_path / "file")
    with pytest.raises(FileError, match="can't be written"):
        copied(album, tmp_path / "file" / "out")
