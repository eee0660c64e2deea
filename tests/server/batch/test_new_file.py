import sys
from pathlib import Path

import pytest

from batch.made import written
from pauza.batch.album import FileError
from pauza.batch.new_file import new_file


def test_a_file_is_there_when_it_is_whole(tmp_path: Path) -> None:
    with new_file(tmp_path / "a") as stream:
        stream.write(b"half")
        assert not (tmp_path / "a").exists()
    assert (tmp_path / "a").read_bytes() == b"half"


def test_what_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def half() -> None:
        with new_file(tmp_path / "a") as stream:
            stream.write(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert list(tmp_path.iterdir()) == []


def test_a_part_that_was_left_is_replaced(tmp_path: Path) -> None:
    written(tmp_path / "a.part", b"an earlier half")
    with new_file(tmp_path / "a") as stream:
        stream.write(b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"whole"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
@pytest.mark.parametrize("name", ["a", "a.part"])
def test_a_link_in_its_place_is_not_written_through(tmp_path: Path, name: str) -> None:
    original = written(tmp_path / "original.jpg")
    (tmp_path / name).symlink_to(original)
    if name == "a":
        with pytest.raises(FileError, match="there already"), new_file(tmp_path / "a"):
            pass
    else:
        with new_file(tmp_path / "a") as stream:
            stream.write(b"new")
    assert original.read_bytes() == b"photo"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="can't be written"), new_file(tmp_path / "no" / "a"):
        pass
