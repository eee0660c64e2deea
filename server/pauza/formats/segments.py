"""The segments of a JPEG file, up to the end of its first picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .limits import MAX_PARTS, MAX_SCANS
from .photo import PhotoError

SOI, EOI, SOS, DQT, DHT, DRI, COM = 0xD8, 0xD9, 0xDA, 0xDB, 0xC4, 0xDD, 0xFE
APP0, APP1, APP2, APP11, APP13, APP14 = 0xE0, 0xE1, 0xE2, 0xEB, 0xED, 0xEE
BASELINE, EXTENDED, PROGRESSIVE = 0xC0, 0xC1, 0xC2
FRAMES = {BASELINE, EXTENDED, PROGRESSIVE}
_OTHER_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}

_MARKER = re.compile(rb"\xff+([^\xff])", re.DOTALL)
"""A marker, with the fill bytes that may stand before it."""

_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""The marker that ends a scan's coded data."""


@dataclass(frozen=True)
class Segment:
    """One marker with what belongs to it; `raw` of a scan includes its coded data."""

    marker: int
    raw: bytes
    start: int
    end: int

    @property
    def payload(self) -> bytes:
        return self.raw[4:]


def segments_of(data: bytes) -> list[Segment]:
    """All segments from SOI to EOI; raises PhotoError where the chain breaks or is too long."""
    segments = []
    scans = 0
    for segment in _walk(data):
        segments.append(segment)
        scans += segment.marker == SOS
        if segment.marker in _OTHER_FRAMES:
            raise PhotoError("unsupported_coding", f"JPEG process {segment.marker:#x}")
        if scans > MAX_SCANS or len(segments) > MAX_PARTS:
            raise PhotoError("unsupported_coding", "more scans or segments than a photo has")
    return segments


def _walk(data: bytes) -> Iterator[Segment]:
    yield Segment(SOI, data[:2], 0, 2)
    at = 2
    while True:
        start, marker = _marker(data, at)
        if marker == EOI:
            yield Segment(EOI, b"\xff\xd9", start, start + 2)
            return
        at = start + 2 + int.from_bytes(data[start + 2 : start + 4], "big")
        if marker == SOS:
            following = _NEXT_MARKER.search(data, at)
            at = following.start() if following else len(data)
        if at < start + 4 or at >= len(data):
            raise PhotoError("damaged", "a JPEG segment reaches over the end of the file")
        yield Segment(marker, data[start:at], start, at)


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """Where the marker at this place starts behind its fill bytes, and which it is."""
    found = _MARKER.match(data, at)
    if found is None:
        raise PhotoError("damaged", "no JPEG marker where one must be")
    return found.end() - 2, found[1][0]
