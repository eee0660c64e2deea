from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from pauza.batch.album import FileError
from pauza.batch.copies import name_of_copy
from pauza.cli.files import Photos, chosen
from pauza.cli.main import pauza
from pauza.cli.redact import Cover, redacted
from pauza.settings import Settings
from pauza.worker.jobs import Answer
from pauza.worker.pool import Pool
from worker.tiny import start_tiny

ONLY_CLEANED = Cover("soft", "none")

ANALYSIS: dict[str, Any] = {
    "faces": [{"verdict": "child"}, {"verdict": "adult"}, {"verdict": "unsure"}],
    "regions": [
        {"cx": n, "cy": 2, "width": 3, "height": 4, "tilt": 5, "face": n} for n in range(3)
    ],
}


@pytest.fixture
def tiny() -> Iterator[Photos]:
    with Pool(Settings(), start_tiny) as pool:
        yield Photos(pool, Settings())


def redact(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pauza, ["redact", *map(str, arguments)])


class TestChosen:
    def test_children_and_doubtful_faces_are_covered(self) -> None:
        assert chosen(ANALYSIS, "children") == ((0, 2, 3, 4, 5), (2, 2, 3, 4, 5))

    def test_all_are_covered_if_wanted(self) -> None:
        assert [region[0] for region in chosen(ANALYSIS, "all")] == [0, 1, 2]


@pytest.mark.parametrize(
    ("name", "media_type", "suffix", "copy"),
    [
        ("a.jpg", "image/jpeg", ".jpg", "a.jpg"),
        ("a.JPEG", "image/jpeg", ".jpg", "a.JPEG"),
        ("a.heic", "image/jpeg", ".jpg", "a.jpg"),
        ("a.b.gif", "image/png", ".png", "a.b.png"),
        ("a.jpg", "image/png", ".png", "a.png"),
        ("a", "image/jpeg", ".jpg", "a.jpg"),
    ],
)
def test_a_copy_keeps_its_name_and_ends_as_its_kind(
    name: str, media_type: str, suffix: str, copy: str
) -> None:
    assert name_of_copy(name, Path(name).stem, Answer(b"", media_type, suffix)) == copy


class TestWriting:
    def test_an_existing_file_is_never_overwritten(self, tiny: Photos, tmp_path: Path) -> None:
        photo, copy = tmp_path / "a.png", tmp_path / "out" / "a.png"
        photo.write_bytes(b"photo")
        copy.parent.mkdir()
        copy.write_bytes(b"already here")
        with pytest.raises(FileError, match="there already"):
            redacted(tiny, photo, copy.parent, ONLY_CLEANED)
        assert copy.read_bytes() == b"already here"

    def test_the_photo_itself_is_never_written(self, tiny: Photos, tmp_path: Path) -> None:
        photo = tmp_path / "a.png"
        photo.write_bytes(b"photo")
        with pytest.raises(FileError, match="there already"):
            redacted(tiny, photo, tmp_path, ONLY_CLEANED)
        assert photo.read_bytes() == b"photo"

    def test_what_a_copy_lost_is_said(self, tiny: Photos, tmp_path: Path) -> None:
        photo = tmp_path / "a.png"
        photo.write_bytes(b"changes still scaled")
        (tmp_path / "out").mkdir()
        told = redacted(tiny, photo, tmp_path / "out", ONLY_CLEANED)
        assert told.startswith("no faces covered, a still picture, fewer pixels, written to")


def test_a_childs_face_is_covered_and_a_heic_leaves_as_jpeg(photos: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    ended = redact(photos / "mother-daughter.jpg", photos / "girl-profile.heic", "-o", out)
    assert ended.exit_code == 0, ended.output
    assert {path.name for path in out.iterdir()} == {"mother-daughter.jpg", "girl-profile.jpg"}
    with Image.open(out / "girl-profile.jpg") as copy:
        assert copy.format == "JPEG"
    assert (out / "mother-daughter.jpg").read_bytes() != (
        photos / "mother-daughter.jpg"
    ).read_bytes()


def test_a_folder_that_can_not_be_made_ends_with_a_sentence(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"mine")
    ended = redact(tmp_path / "a.jpg", "-o", in_the_way / "out")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr == f"{in_the_way / 'out'} can't be written: Not a directory.\n"


def test_one_that_fails_does_not_stop_the_others(photos: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no photo")
    ended = redact(bad, photos / "forest.jpg", "-o", tmp_path / "out")
    assert ended.exit_code == 1
    assert "bad.jpg: no copy written." in ended.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["forest.jpg"]


class TestAlbum:
    @pytest.fixture
    def album(self, photos: Path, tmp_path: Path) -> Path:
        """A child, nobody, and a text."""
        folder = tmp_path / "album"
        (folder / "sub").mkdir(parents=True)
        shutil.copy(photos / "class-two-children.jpg", folder / "sub" / "child.jpg")
        Image.new("RGB", (320, 240), "teal").save(folder / "wall.jpg")
        (folder / "notes.txt").write_text("no photo")
        return folder

    def test_copies_have_the_same_names_and_what_is_no_photo_is_named(
        self, album: Path, tmp_path: Path
    ) -> None:
        before = contents(album)
        ended = redact(album, "-o", tmp_path / "out")
        assert ended.exit_code == 1
        assert ended.stdout == (
            f"2 copies written to {tmp_path / 'out'}: 1 with covered faces, 1 only cleaned. "
            "1 file has no copy.\n"
        )
        assert ended.stderr.startswith("notes.txt: no copy written. Not a kind of photo")
        assert contents(tmp_path / "out").keys() == {"wall.jpg", "sub/child.jpg"}
        assert contents(album) == before

    def test_copies_may_lie_in_the_folder_itself(self, album: Path) -> None:
        redact(album, "-o", album / "copies")
        ended = redact(album, "-o", album / "copies")
        assert "2 were there already. 1 file has no copy." in ended.stdout
        assert contents(album / "copies").keys() == {"wall.jpg", "sub/child.jpg"}

    @pytest.mark.parametrize("out", [".", ".."])
    def test_the_folder_of_the_photos_is_no_place_for_copies(self, album: Path, out: str) -> None:
        before = contents(album)
        ended = redact(album, "-o", album / out)
        assert ended.exit_code == 2
        assert "Name another folder for the copies." in ended.stderr
        assert contents(album) == before


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
