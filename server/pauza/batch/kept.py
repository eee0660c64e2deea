"""What is done of an album so far: a file of JSON Lines beside what is made, gone at its end.

A run that is broken off leaves it; the next one reads it and asks only about what is missing. No
more than the place of each line is held in memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from .album import File, FileError
from .new_file import unwritable
from .words import Line


class Kept:
    """Lines by file. FileError if they can't be written, or the path holds none of ours.

    `terms` are what all lines rest on (version, sensitivity): under other terms nothing is kept.
    """

    def __init__(self, path: Path, terms: Mapping[str, Any], files: Iterable[File]) -> None:
        self._path, self._places = path, dict[str, int]()
        header = {"pauza": dict(terms)}
        try:
            continues = _first_line(path) == _encoded(header)
            self._stream = path.open("a+b")
        except OSError as error:
            raise unwritable(path, error) from None
        if not continues:
            self._stream.truncate(0)
            self._write(header)
        self._find({file.name: file for file in files})

    def __contains__(self, file: File) -> bool:
        return file.name in self._places

    def __getitem__(self, file: File) -> Line:
        self._stream.seek(self._places[file.name])
        line: Line = json.loads(self._stream.readline())
        return line

    def add(self, file: File, line: Line) -> None:
        stamp = {"size": file.size, "mtime_ns": file.mtime_ns}
        self._places[file.name] = self._write({**line, **stamp})

    def remove(self) -> None:
        self.close()
        self._path.unlink()

    def close(self) -> None:
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _find(self, files: Mapping[str, File]) -> None:
        """Where the line of each file is. Errors are not kept: the cause may be gone."""
        for place, line in self._lines():
            file = files.get(line.get("file", ""))
            if file and "error" not in line and _same(file, line):
                self._places[file.name] = place

    def _lines(self) -> Iterator[tuple[int, Line]]:
        self._stream.seek(0)
        place = 0
        for encoded in self._stream:
            if not encoded.endswith(b"\n"):
                self._stream.truncate(place)  # the run was broken off in the middle of it
                return
            yield place, json.loads(encoded)
            place += len(encoded)

    def _write(self, line: Mapping[str, Any]) -> int:
        """Appends; returns the place."""
        place = self._stream.seek(0, 2)
        try:
            self._stream.write(_encoded(line))
            self._stream.flush()
        except OSError as error:
            raise unwritable(self._path, error) from None
        return place


def _first_line(path: Path) -> bytes:
    """Of a file of ours; nothing if there is none."""
    if not path.exists():
        return b""
    with path.open("rb") as stream:
        line = stream.readline()
    if line and not line.startswith(b'{"pauza": '):
        raise FileError("exists", f"{path} is there already.")
    return line


def _encoded(line: Mapping[str, Any]) -> bytes:
    return json.dumps(line).encode() + b"\n"


def _same(file: File, line: Line) -> bool:
    return (file.size, file.mtime_ns) == (line["size"], line["mtime_ns"])
