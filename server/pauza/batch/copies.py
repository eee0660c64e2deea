"""Copies of an album's photos: what each is called, and how it comes into its folder."""

from __future__ import annotations

import filecmp
import mimetypes
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from ..worker.jobs import Answer
from .album import File, FileError
from .new_file import demand_folder, new_file

SUFFIXES = (".jpg", ".png", ".webp")
"""Of the kinds in which copies leave."""


class Copies:
    """The copies of one album in a folder of their own.

    A copy has the photo's own name, with another ending where it is of another kind: `a.heic`
    becomes `a.jpg`. Where two photos differ only in their ending, both would; so there it becomes
    `a.heic.jpg`.
    """

    def __init__(self, files: Iterable[File], out: Path) -> None:
        self._out = out
        self._stems = Counter(_stem(file.name) for file in files)

    def is_there(self, file: File, *, ours: bool) -> bool:
        """Whether an earlier run made the copy. A part of a copy never has its name.

        What equals the photo could be the photo itself, uncovered: it counts only if it is known
        to be `ours`.
        """
        names = [file.name, *(self._base(file) + suffix for suffix in SUFFIXES)]
        there = [self._out / name for name in names if _is_ordinary(self._out / name)]
        return file.ordinary and any(ours or not _equal(copy, file.path) for copy in there)

    def write(self, file: File, answer: Answer) -> bool:
        """Writes the copy, unless it is there; FileError where something else is in its place."""
        target = self._out / name_of_copy(file.name, self._base(file), answer)
        demand_folder(target.parent)
        if not target.parent.resolve().is_relative_to(self._out.resolve()):
            raise FileError("unwritable", f"A link leads out of {self._out}.")
        if _holds(target, answer.data):
            return False
        with new_file(target) as stream:
            stream.write(answer.data)
        return True

    def _base(self, file: File) -> str:
        alone = self._stems[_stem(file.name)] == 1
        return str(PurePosixPath(file.name).with_suffix("")) if alone else file.name


def name_of_copy(name: str, base: str, answer: Answer) -> str:
    """The photo's own name; `base` with another ending where the copy is of another kind."""
    kind, _ = mimetypes.guess_type(name)
    return name if kind == answer.media_type else base + answer.suffix


def _equal(copy: Path, photo: Path) -> bool:
    try:
        return filecmp.cmp(copy, photo, shallow=False)
    except OSError:
        return True


def _holds(path: Path, data: bytes) -> bool:
    return _is_ordinary(path) and path.read_bytes() == data


def _is_ordinary(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _stem(name: str) -> str:
    """As systems compare names that don't mind capitals."""
    return str(PurePosixPath(name).with_suffix("")).casefold()
