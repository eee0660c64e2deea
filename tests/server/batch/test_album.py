import os
import sys
from pathlib import Path

import pytest

from batch.made import written
from pauza.batch.album import FileError, album_of

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")


def names(folder: Path, *without: Path) -> list[str]:
    return [file.name for file in album_of(folder, without)]


def test_an_album_is_every_file_below_its_folder_by_name(tmp_path: Path) -> None:
    for name in ("b.jpg", "a/z.txt", "a/deep/y.png", ".hidden.jpg"):
        written(tmp_path / name, b"1234")
    assert names(tmp_path) == [".hidden.jpg", "a/deep/y.png", "a/z.txt", "b.jpg"]
    assert {file.size for file in album_of(tmp_path)} == {4}


def test_what_systems_leave_in_folders_and_what_is_ours_is_not_in_it(tmp_path: Path) -> None:
    for name in ("a.jpg", "Thumbs.db", "sub/.DS_Store", "out/a.jpg", "report.html"):
        written(tmp_path / name)
    assert names(tmp_path, tmp_path / "out", tmp_path / "report.html") == ["a.jpg"]


@needs_links
def test_links_are_listed_but_neither_followed_nor_read(tmp_path: Path) -> None:
    outside = written(tmp_path / "outside" / "secret.jpg")
    album = written(tmp_path / "album" / "a.jpg").parent
    (album / "link.jpg").symlink_to(outside)
    (album / "folder").symlink_to(outside.parent)
    files = {file.name: file for file in album_of(album)}
    assert list(files) == ["a.jpg", "folder", "link.jpg"]
    files["a.jpg"].demand_ordinary()
    for name in ("folder", "link.jpg"):
        with pytest.raises(FileError, match="It is a link"):
            files[name].demand_ordinary()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_that_nobody_writes_to_does_not_hold_us_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    (file,) = album_of(tmp_path)
    assert not file.ordinary


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_may_hold_any_bytes(tmp_path: Path) -> None:
    name = os.fsdecode(b"line\nbreak\xff.jpg")
    written(tmp_path / name, b"12")
    assert names(tmp_path) == [name]


def test_a_folder_that_can_not_be_read_is_listed(tmp_path: Path) -> None:
    (file,) = album_of(tmp_path / "missing")
    assert not file.ordinary
