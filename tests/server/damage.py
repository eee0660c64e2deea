"""Files damaged at random, in the ways in which damage and malice look."""

from __future__ import annotations

import random


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The file with a few bytes changed, cut out, doubled or put in from elsewhere."""
    bytes_ = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        at, length = chance.randrange(len(bytes_)), chance.choice((1, 1, 2, 4, 30))
        part = bytes_[at : at + length]
        other = chance.randrange(len(bytes_))
        bytes_[at : at + length] = chance.choice(
            (
                bytes(chance.choice((0, 1, 127, 128, 255)) for _ in part),
                chance.randbytes(len(part)),
                b"",
                part + part,
                bytes_[other : other + length],
            )
        )
        bytes_ = bytes_ or bytearray(b"\0")
    return bytes(bytes_)
