"""The outer boxes of a HEIC or AVIF file."""

from __future__ import annotations

from collections.abc import Iterator

from .limits import MAX_PARTS

_OF_PICTURES = {b"ftyp", b"meta", b"mdat", b"moov"}
_ROOM = {b"free", b"skip"}


def holds_more(data: bytes) -> bool:
    """Whether a box holds anything beside what codes and describes the pictures."""
    return any(
        name not in _OF_PICTURES and not (name in _ROOM and not content.strip(b"\0"))
        for name, content in _boxes(data)
    )


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of every outer box; what is no box is one without a name."""
    at = 0
    for _ in range(MAX_PARTS):
        if at == len(data):
            return
        size, name, head = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        end = at + size if size else len(data)
        if end < at + head or end > len(data):
            break
        yield name, data[at + head : end]
        at = end
    yield b"", data[at:]
