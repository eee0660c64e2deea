"""The tables of a JPEG: those that its scans use stay, others could hold anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import segments as seg
from .photo import PhotoError
from .segments import Segment

_TABLES = {seg.DQT, seg.DHT}
_AC = 0x10
"""Of a Huffman table's number: it codes all coefficients of a block but the first."""
_LONGEST_DC, _LONGEST_AC = 11, 10
"""Bits of the largest coefficients of a picture with eight bits a sample."""
_USUAL = (12, 162)
"""Codes of the standard's tables for first and for other coefficients."""

_Name = tuple[int, int]
"""Marker and number, by which a scan finds a table."""


@dataclass(frozen=True)
class _Table:
    name: _Name
    raw: bytes


def with_used_tables(segments: list[Segment]) -> list[Segment]:
    """The segments without tables that no scan uses; raises PhotoError on a broken table."""
    tables = {at: list(_tables(s)) for at, s in enumerate(segments) if s.marker in _TABLES}
    used = _used(segments, tables)
    kept = []
    for at, segment in enumerate(segments):
        if segment.marker not in _TABLES:
            kept.append(segment)
        elif body := b"".join(t.raw for n, t in enumerate(tables[at]) if (at, n) in used):
            length = (len(body) + 2).to_bytes(2, "big")
            kept.append(replace(segment, raw=segment.raw[:2] + length + body))
    return kept


def usual_codes(segments: list[Segment]) -> bool:
    """Whether the picture is coded by tables as long as those of the standard, not by its own."""
    tables = [table for s in segments if s.marker == seg.DHT for table in _tables(s)]
    return all(len(table.raw) - 17 in _USUAL for table in tables)


def odd_codes(segments: list[Segment]) -> bool:
    """Whether a Huffman table has codes for what no picture holds, or two for the same."""
    tables = [t for s in segments if s.marker == seg.DHT for t in _tables(s)]
    return any(_is_odd(table) for table in tables)


def _used(segments: list[Segment], tables: dict[int, list[_Table]]) -> set[tuple[int, int]]:
    """Tables, as segment and place in it, that a scan looks up before they are defined anew."""
    defined: dict[_Name, tuple[int, int]] = {}
    quantised: dict[int, int] = {}
    used = set()
    for at, segment in enumerate(segments):
        for place, table in enumerate(tables.get(at, ())):
            defined[table.name] = (at, place)
        if segment.marker in seg.FRAMES:
            quantised = _quantised(segment.payload)
        if segment.marker == seg.SOS:
            used |= {defined[n] for n in _looked_up(segment.payload, quantised) if n in defined}
    return used


def _quantised(frame: bytes) -> dict[int, int]:
    """The number of its quantisation table for each component of a frame."""
    return {frame[at]: frame[at + 2] for at in range(6, len(frame) - 2, 3)}


def _looked_up(scan: bytes, quantised: dict[int, int]) -> Iterator[_Name]:
    """What a scan looks up. A component's quantisation is that of its first scan."""
    count = scan[0]
    first, last, approximation = scan[2 * count + 1 : 2 * count + 4]
    for at in range(1, 2 * count, 2):
        component, numbers = scan[at : at + 2]
        if component in quantised:
            yield seg.DQT, quantised.pop(component)
        if first == 0 and approximation < _AC:  # bits that refine a first coefficient are bare
            yield seg.DHT, numbers >> 4
        if last > 0:
            yield seg.DHT, _AC | numbers & 0x0F


def _tables(segment: Segment) -> Iterator[_Table]:
    body, at = segment.payload, 0
    while at < len(body):
        length = _length(segment.marker, body, at)
        if at + length > len(body):
            raise PhotoError("damaged", "a JPEG table reaches over the end of its segment")
        number = body[at] if segment.marker == seg.DHT else body[at] & 0x0F
        yield _Table((segment.marker, number), body[at : at + length])
        at += length


def _length(marker: int, body: bytes, at: int) -> int:
    if marker == seg.DQT:
        return 129 if body[at] >> 4 else 65
    return 17 + sum(body[at + 1 : at + 17])


def _is_odd(table: _Table) -> bool:
    """Symbols are a run of zeros and the bits of a coefficient, or the end of a band."""
    symbols = table.raw[17:]
    if table.raw[0] & _AC:
        lawful = all(symbol & 0x0F <= _LONGEST_AC for symbol in symbols)
    else:
        lawful = all(symbol <= _LONGEST_DC for symbol in symbols)
    return not lawful or len(set(symbols)) < len(symbols)
