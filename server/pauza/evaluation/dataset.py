"""Labelled faces: a CSV with pictures in one zip, or in a folder, beside it."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class DatasetError(Exception):
    """The data set can't be read; the message says what is wrong and where."""


@dataclass(frozen=True)
class Ages:
    """A range of years, both ends included; 70+ ends at 120."""

    low: int
    high: int

    @property
    def child(self) -> bool:
        return self.high < 13

    @property
    def minor(self) -> bool:
        return self.high < 18

    @property
    def adult(self) -> bool:
        return self.low >= 18


@dataclass(frozen=True)
class Person:
    """One line of the CSV. Labels are those of the source, not what the person says."""

    file: str
    ages: Ages
    gender: str = ""
    race: str = ""
    source: str = ""
    group: str = ""


@dataclass(frozen=True)
class Dataset:
    people: tuple[Person, ...]
    picture: Callable[[str], bytes]
    """The bytes of a file of the CSV; DatasetError where it is missing."""


def read_dataset(path: Path) -> Dataset:
    """Reads `file,age[,gender,race,source,group]`; ages in years or ranges (3-9, 70+)."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            people = tuple(
                _person(row, path, line) for line, row in enumerate(csv.DictReader(lines), 2)
            )
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(
            f"{path} can't be read as a CSV file: {type(error).__name__}."
        ) from error
    return Dataset(people, _pictures(path))


def _person(row: dict[str, str | None], path: Path, line: int) -> Person:
    def label(column: str) -> str:
        return row.get(column) or ""

    if not label("file") or not label("age"):
        raise DatasetError(f"{path}, line {line}: the columns file and age are needed.")
    try:
        ages = parse_ages(label("age"))
    except ValueError:
        raise DatasetError(
            f"{path}, line {line}: {label('age')!r} is no age. Write 7, 3-9 or 70+."
        ) from None
    return Person(
        label("file"), ages, label("gender"), label("race"), label("source"), label("group")
    )


def parse_ages(text: str) -> Ages:
    """7, 3-9 or 70+; ValueError otherwise."""
    if text.endswith("+"):
        return Ages(int(text[:-1]), 120)
    low, _, high = text.partition("-")
    return Ages(int(low), int(high or low))


def _pictures(path: Path) -> Callable[[str], bytes]:
    archive = path.with_suffix(".zip")
    if archive.is_file():
        pictures = zipfile.ZipFile(archive)
        return lambda file: _demanded(lambda: pictures.read(file), file)
    folder = path.with_suffix("") if path.with_suffix("").is_dir() else path.parent
    return lambda file: _demanded((folder / file).read_bytes, file)


def _demanded(read: Callable[[], bytes], file: str) -> bytes:
    try:
        return read()
    except (KeyError, OSError):
        raise DatasetError(f"The picture {file} is not beside the CSV.") from None
