from dataclasses import replace
from pathlib import Path

import pytest

from batch.made import analysed, failed
from pauza.batch.album import File, FileError
from pauza.batch.kept import Kept

TERMS = {"version": "1", "sensitivity": "balanced"}
FILES = [File(name, Path(name), size=4, mtime_ns=5) for name in ("a.jpg", "b\udcff\n.jpg")]
A, B = FILES


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "report.html.partial.jsonl"


def kept_of(path: Path, files: list[File] = FILES, terms: dict[str, str] = TERMS) -> list[str]:
    with Kept(path, terms, files) as kept:
        return [file.name for file in files if file in kept]


def both(path: Path) -> None:
    with Kept(path, TERMS, FILES) as kept:
        for file in FILES:
            kept.add(file, analysed(file.name))


def test_the_next_run_finds_what_one_has_written(path: Path) -> None:
    both(path)
    with Kept(path, TERMS, FILES) as kept:
        assert [kept[file]["file"] for file in FILES] == [A.name, B.name]


def test_lines_can_be_read_while_others_are_added(path: Path) -> None:
    with Kept(path, TERMS, FILES) as kept:
        kept.add(B, analysed(B.name, nudge=True))
        assert kept[B]["nudge"] is True
        kept.add(A, analysed(A.name))
        assert (kept[A]["file"], kept[B]["file"]) == (A.name, B.name)


def test_a_line_that_was_broken_off_is_asked_again(path: Path) -> None:
    both(path)
    path.write_bytes(path.read_bytes()[:-9])
    assert kept_of(path) == [A.name]
    with Kept(path, TERMS, FILES) as kept:
        kept.add(B, analysed(B.name, nudge=True))
    with Kept(path, TERMS, FILES) as kept:
        assert kept[B]["nudge"] is True


@pytest.mark.parametrize("changed", [replace(A, size=9), replace(A, mtime_ns=9)])
def test_a_photo_that_changed_is_asked_again(path: Path, changed: File) -> None:
    both(path)
    assert kept_of(path, [changed, B]) == [B.name]


def test_a_photo_that_could_not_be_checked_is_tried_again(path: Path) -> None:
    with Kept(path, TERMS, FILES) as kept:
        kept.add(A, failed(A.name))
        assert kept[A]["error"]["code"] == "damaged"
    assert kept_of(path) == []


def test_under_other_terms_all_is_asked_again(path: Path) -> None:
    both(path)
    assert kept_of(path, terms={**TERMS, "sensitivity": "careful"}) == []
    assert kept_of(path) == []


def test_a_file_of_somebody_else_is_left_alone(path: Path) -> None:
    path.write_bytes(b"a diary\n")
    with pytest.raises(FileError, match="there already"):
        Kept(path, TERMS, FILES)
    assert path.read_bytes() == b"a diary\n"


def test_it_is_gone_when_all_is_done(path: Path) -> None:
    with Kept(path, TERMS, FILES) as kept:
        kept.remove()
    assert not path.exists()


def test_a_place_that_can_not_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="can't be written"):
        Kept(tmp_path / "no" / "folder", TERMS, FILES)
