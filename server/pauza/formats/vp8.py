"""The partitions of a lossy WebP's frame (RFC 6386): where each ends, so that none holds more."""

from __future__ import annotations

from collections.abc import Iterator

_HEADER = 10
"""Bytes of tag, start code and size; the first partition follows."""


class _Flags:
    """Reads the flags and numbers of a frame's header, which are coded with even odds."""

    def __init__(self, partition: bytes) -> None:
        self._rest = iter(partition[2:])
        self._value = int.from_bytes(partition[:2], "big")
        self._range = 255
        self._shifted = 0

    def flag(self) -> bool:
        split = 1 + (self._range - 1 >> 1)
        raised = self._value >= split << 8
        self._value -= (split << 8) * raised
        self._range = self._range - split if raised else split
        while self._range < 128:
            self._shift()
        return raised

    def number(self, bits: int) -> int:
        return sum(self.flag() << place for place in reversed(range(bits)))

    def skip_numbers(self, count: int, bits: int) -> None:
        """Skips numbers each of which is there only when a flag says so."""
        for _ in range(count):
            if self.flag():
                self.number(bits)

    def _shift(self) -> None:
        self._value <<= 1
        self._range <<= 1
        self._shifted += 1
        if self._shifted % 8 == 0:
            self._value |= next(self._rest, 0)


def shortened(frame: bytes, by: int) -> Iterator[bytes]:
    """The frame with one of its partitions cut by so many bytes, for each of them."""
    tag = int.from_bytes(frame[:3], "little")
    size = tag >> 5
    table = _HEADER + size
    first = frame[_HEADER:table]
    count = _token_partitions(first)
    starts = table + 3 * (count - 1)
    smaller = (tag - (by << 5)).to_bytes(3, "little") if size > by else frame[:3]
    yield smaller + frame[3 : table - by] + frame[table:]
    for number in range(count - 1):
        at = table + 3 * number
        length = int.from_bytes(frame[at : at + 3], "little")
        end = starts + length
        yield (
            frame[:at]
            + max(0, length - by).to_bytes(3, "little")
            + (frame[at + 3 : end - by] + frame[end:])
        )
        starts = end
    yield frame[:-by]


def _token_partitions(first: bytes) -> int:
    """How many partitions follow the first, from its header."""
    flags = _Flags(first)
    flags.number(2)  # colours, clamping
    if flags.flag():
        _skip_segmentation(flags)
    flags.number(10)  # loop filter
    if flags.flag() and flags.flag():
        flags.skip_numbers(8, 7)
    return 1 << flags.number(2)


def _skip_segmentation(flags: _Flags) -> None:
    mapped, valued = flags.flag(), flags.flag()
    if valued:
        flags.flag()
        flags.skip_numbers(4, 8)
        flags.skip_numbers(4, 7)
    if mapped:
        flags.skip_numbers(3, 8)
