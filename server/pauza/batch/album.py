"""A folder of photos, seen as a list of files. Nothing outside the folder belongs to it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


class FileError(Exception):
    """Nothing came of a file. `code` is stable, `detail` is for a person."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail

    def to_json(self) -> dict[str, dict[str, str]]:
        return {"error": {"code": self.code, "detail": self.detail}}


@dataclass(frozen=True)
class File:
    name: str
    """Path below the album's folder, with `/` on every system."""
    path: Path
    size: int
    mtime_ns: int
    ordinary: bool = True
    """A file that can be opened; not a link, a pipe, or a folder that can't be read."""

    def demand_ordinary(self) -> None:
        if not self.ordinary:
            raise FileError(
                "unreadable",
                "It is a link, or can't be read. Put the photo itself into the folder.",
            )


LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Nobody put them into the folder."""


def album_of(folder: Path, without: Iterable[Path] = ()) -> list[File]:
    """All files below the folder by name, whatever they are; links are listed, never followed.

    `without` are files and folders of our own that may lie in it.
    """
    ours = {path.resolve() for path in without}
    return sorted(_walk(folder.resolve(), ours), key=lambda file: file.name)


def _walk(folder: Path, ours: set[Path]) -> Iterator[File]:
    unreadable: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=unreadable.append):
        at = Path(place)
        folders[:] = [name for name in folders if at / name not in ours]
        links = [name for name in folders if (at / name).is_symlink()]
        for path in (at / name for name in [*names, *links]):
            if path.name not in LEFT_BY_SYSTEMS and path not in ours:
                yield _file(folder, path)
    for error in unreadable:
        yield File(_name(folder, Path(error.filename)), Path(error.filename), 0, 0, ordinary=False)


def _file(folder: Path, path: Path) -> File:
    found = path.lstat()
    ordinary = stat.S_ISREG(found.st_mode)
    return File(_name(folder, path), path, found.st_size, found.st_mtime_ns, ordinary)


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()
