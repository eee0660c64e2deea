"""Frames on a pipe: a small JSON header and raw bytes, each with its length in front."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import IO, Any

_LENGTHS = struct.Struct(">IQ")

LONGEST = 2**30
"""Bytes; a longer frame can only come from a worker that went wrong."""

Header = Mapping[str, Any]


def write_frame(stream: IO[bytes], header: Header, body: bytes = b"") -> None:
    """Writes one frame and flushes; OSError if nobody listens any more."""
    encoded = json.dumps(header).encode()
    stream.write(_LENGTHS.pack(len(encoded), len(body)) + encoded)
    stream.write(body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[Header, bytes]:
    """The next frame; EOFError if the stream ends before or in it, ValueError if it is none."""
    header_length, body_length = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if max(header_length, body_length) > LONGEST:
        raise ValueError("a frame longer than any answer")
    header = json.loads(_exactly(stream, header_length))
    return header, _exactly(stream, body_length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
