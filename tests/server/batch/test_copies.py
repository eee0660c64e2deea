import sys
from pathlib import Path

import pytest

from batch.made import file_of, written
from pauza.batch.album import FileError, album_of
from pauza.batch.copies import Copies
from pauza.worker.jobs import Answer

JPEG = Answer(b"jpeg", "image/jpeg", ".jpg")
PNG = Answer(b"png", "image/png", ".png")


def album(folder: Path, *names: str) -> Path:
    for name in names:
        written(folder / "album" / name)
    return folder / "album"


def copied(folder: Path, *names: str, answer: Answer = JPEG) -> list[str]:
    """Names of the copies of an album of these photos, all of which leave as the answer."""
    files = album_of(album(folder, *names))
    copies = Copies(files, folder / "out")
    for file in files:
        copies.write(file, answer)
        assert copies.is_there(file, ours=False)
    return sorted(
        path.relative_to(folder / "out").as_posix()
        for path in (folder / "out").rglob("*")
        if path.is_file()
    )


class TestNames:
    def test_are_those_of_the_photos_below_the_other_folder(self, tmp_path: Path) -> None:
        assert copied(tmp_path, "a.jpg", "sub/b.JPEG") == ["a.jpg", "sub/b.JPEG"]

    def test_end_as_the_copy_s_kind(self, tmp_path: Path) -> None:
        assert copied(tmp_path, "a.heic", "b", "c.d.png") == ["a.jpg", "b.jpg", "c.d.jpg"]
        assert copied(tmp_path / "two", "a.gif", answer=PNG) == ["a.png"]

    def test_of_two_that_differ_in_their_ending_stay_two(self, tmp_path: Path) -> None:
        assert copied(tmp_path, "a.HEIC", "a.jpg", "A.png") == ["A.png.jpg", "a.HEIC.jpg", "a.jpg"]
        assert copied(tmp_path / "two", "a.heic", "sub/a.jpg") == ["a.jpg", "sub/a.jpg"]


class TestIsThere:
    @pytest.fixture
    def copies(self, tmp_path: Path) -> Copies:
        return Copies([file_of(written(tmp_path / "a.jpg"))], tmp_path / "out")

    def test_a_part_of_a_copy_is_none(self, copies: Copies, tmp_path: Path) -> None:
        written(tmp_path / "out" / "a.jpg.part", b"half")
        assert not copies.is_there(file_of(tmp_path / "a.jpg"), ours=True)

    def test_the_photo_itself_is_no_copy_unless_an_earlier_run_says_so(
        self, copies: Copies, tmp_path: Path
    ) -> None:
        written(tmp_path / "out" / "a.jpg", b"photo")
        assert not copies.is_there(file_of(tmp_path / "a.jpg"), ours=False)
        assert copies.is_there(file_of(tmp_path / "a.jpg"), ours=True)

    def test_what_an_earlier_run_made_may_have_been_removed(
        self, copies: Copies, tmp_path: Path
    ) -> None:
        assert not copies.is_there(file_of(tmp_path / "a.jpg"), ours=True)


class TestWrite:
    def test_nothing_is_overwritten(self, tmp_path: Path) -> None:
        photo = file_of(written(tmp_path / "a.jpg"))
        written(tmp_path / "out" / "a.jpg", b"something else")
        with pytest.raises(FileError, match="is there already"):
            Copies([photo], tmp_path / "out").write(photo, JPEG)
        assert (tmp_path / "out" / "a.jpg").read_bytes() == b"something else"

    def test_the_same_copy_may_be_there(self, tmp_path: Path) -> None:
        photo = file_of(written(tmp_path / "a.jpg"))
        copies = Copies([photo], tmp_path / "out")
        assert copies.write(photo, JPEG)
        assert not copies.write(photo, JPEG)

    @pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
    def test_a_link_in_the_folder_of_copies_leads_nowhere(self, tmp_path: Path) -> None:
        photo = file_of(written(tmp_path / "album" / "sub" / "a.jpg"), "sub/a.jpg")
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "sub").symlink_to(tmp_path / "album")
        with pytest.raises(FileError, match="leads out"):
            Copies([photo], tmp_path / "out").write(photo, JPEG)
        assert [path.name for path in (tmp_path / "album").iterdir()] == ["sub"]
