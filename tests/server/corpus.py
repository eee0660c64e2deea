"""The shared corpus of picture files: what its table says must be read and what refused."""

from __future__ import annotations

import csv
from typing import Any

import pytest

from pauza.settings import from_environment

Row = dict[str, str]

READ = {"JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"}
"""The kinds that Pauza reads."""


def table(**wanted: str) -> list[Row]:
    """Rows with these values; `ok` only of kinds that Pauza reads. Empty without the corpus."""
    path = from_environment().shared / "corpus" / "images.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            row
            for row in csv.DictReader(lines)
            if all(row[key] == value for key, value in wanted.items())
            and (row["format"] in READ or wanted.get("expect") != "ok")
        ]


def rows(**wanted: str) -> list[Any]:
    """The same as parameters of a test, named by their files."""
    return [pytest.param(row, id=row["file"]) for row in table(**wanted)]
