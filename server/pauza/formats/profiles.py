"""The two colour profiles that a picture may leave with: ours, always the same bytes.

ICC.1:2010 profiles of three primaries and one curve; every number is adapted to D50.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from .photo import Space

_Row = tuple[float, float, float]

_WHITE: _Row = (0.9642, 1.0, 0.8249)
_FROM_D65: tuple[_Row, _Row, _Row] = (
    (1.04788, 0.02292, -0.05022),
    (0.02959, 0.99048, -0.01707),
    (-0.00925, 0.01508, 0.75168),
)
"""Bradford's change of white from D65 to D50."""
_PRIMARIES: Mapping[Space, tuple[_Row, _Row, _Row]] = {
    "srgb": (
        (0.43607, 0.22249, 0.01392),
        (0.38515, 0.71687, 0.09708),
        (0.14307, 0.06061, 0.71410),
    ),
    "display-p3": (
        (0.51512, 0.24120, -0.00105),
        (0.29198, 0.69225, 0.04189),
        (0.15710, 0.06657, 0.78407),
    ),
}
"""Red, green and blue as X, Y, Z; they add up to the white."""
_NAMES: Mapping[Space, str] = {"srgb": "sRGB", "display-p3": "Display P3"}
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""Of both spaces: a power of 2.4 with a straight start (parametric curve of type 3)."""
_HEADER = 128


def _profile(space: Space) -> bytes:
    red, green, blue = map(_xyz, _PRIMARIES[space])
    curve = b"para\0\0\0\0\0\3\0\0" + _fixed(_CURVE)
    tags = {
        b"desc": _text(_NAMES[space]),
        b"cprt": _text("CC0"),
        b"wtpt": _xyz(_WHITE),
        b"chad": b"sf32\0\0\0\0" + b"".join(map(_fixed, _FROM_D65)),
        b"rXYZ": red,
        b"gXYZ": green,
        b"bXYZ": blue,
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body = _laid_out(tags)
    return _header(_HEADER + len(table) + len(body)) + table + body


def _laid_out(tags: Mapping[bytes, bytes]) -> tuple[bytes, bytes]:
    """The table of tags and what it points to; equal tags share their bytes."""
    start = _HEADER + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, tag in tags.items():
        at = body.find(tag)
        if at < 0:
            at = len(body)
            body += tag + b"\0" * (-len(tag) % 4)
        table += struct.pack(">4sII", name, start + at, len(tag))
    return table, body


def _header(size: int) -> bytes:
    return struct.pack(
        ">I4xI4s4s4s6H4s28x12s48x",
        size,
        0x04200000,  # version 4.2
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2026, 1, 1, 0, 0, 0),
        b"acsp",
        _fixed(_WHITE),
    )


def _fixed(numbers: Sequence[float]) -> bytes:
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _xyz(point: _Row) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(point)


def _text(text: str) -> bytes:
    """A text in a single language."""
    coded = text.encode("utf-16-be")
    return struct.pack(">4s4xII4sII", b"mluc", 1, 12, b"enUS", len(coded), 28) + coded


PROFILES: Mapping[Space, bytes] = {space: _profile(space) for space in _PRIMARIES}
