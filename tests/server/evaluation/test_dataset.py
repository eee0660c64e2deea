from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pauza.evaluation.dataset import Ages, DatasetError, parse_ages, read_dataset


@pytest.mark.parametrize(
    ("text", "ages"), [("7", Ages(7, 7)), ("3-9", Ages(3, 9)), ("70+", Ages(70, 120))]
)
def test_ages_are_years_or_ranges(text: str, ages: Ages) -> None:
    assert parse_ages(text) == ages


def test_a_range_that_reaches_over_13_is_no_child() -> None:
    assert parse_ages("3-9").child
    assert not parse_ages("10-19").child


def data_csv(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(text)
    return path


def test_only_file_and_age_are_needed(tmp_path: Path) -> None:
    (person,) = read_dataset(data_csv(tmp_path, "file,age\na.jpg,7\n")).people
    assert (person.file, person.ages, person.race) == ("a.jpg", Ages(7, 7), "")


def test_pictures_come_from_a_zip_of_the_same_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "people.zip", "w") as archive:
        archive.writestr("a.jpg", b"picture")
    assert read_dataset(data_csv(tmp_path, "file,age\n")).picture("a.jpg") == b"picture"


@pytest.mark.parametrize("folder", ["people", "."])
def test_pictures_come_from_a_folder_beside_it(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / folder / "a.jpg").write_bytes(b"picture")
    assert read_dataset(data_csv(tmp_path, "file,age\n")).picture("a.jpg") == b"picture"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("file,age\na.jpg,seven\n", "line 2: 'seven' is no age"),
        ("name,years\na.jpg,7\n", "columns file and age are needed"),
    ],
)
def test_a_line_that_can_not_be_read_is_named(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(DatasetError, match=sentence):
        read_dataset(data_csv(tmp_path, text))


def test_a_missing_picture_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"a\.jpg"):
        read_dataset(data_csv(tmp_path, "file,age\n")).picture("a.jpg")
