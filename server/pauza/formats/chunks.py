"""The chunks of a PNG and of a WebP file."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from .limits import MAX_PARTS
from .photo import PhotoError

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
RIFF_HEADER = 12


@dataclass(frozen=True)
class Chunk:
    name: bytes
    payload: memoryview
    raw: memoryview
    """The whole chunk as it is in the file."""


def png_chunks(data: bytes) -> tuple[list[Chunk], int]:
    """Chunks up to IEND, and where the last of them ends."""
    return _listed(_png_chunks(memoryview(data)), len(PNG_SIGNATURE))


def webp_chunks(data: bytes) -> tuple[list[Chunk], int]:
    """Chunks within the size that the file states, and where the last of them ends."""
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    return _listed(_webp_chunks(memoryview(data)[:end]), RIFF_HEADER)


def png_chunk(name: bytes, payload: bytes) -> bytes:
    checksum = zlib.crc32(name + payload)
    return struct.pack(">I", len(payload)) + name + payload + struct.pack(">I", checksum)


def webp_file(*chunks: tuple[bytes, bytes]) -> bytes:
    """A WebP file of these chunks, each a name and what it holds."""
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(payload)) + payload + b"\0" * (len(payload) % 2)
        for name, payload in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _listed(chunks: Iterator[Chunk], start: int) -> tuple[list[Chunk], int]:
    listed = list(islice(chunks, MAX_PARTS + 1))
    if len(listed) > MAX_PARTS:
        raise PhotoError("unsupported_coding", "more chunks than a photo has")
    return listed, start + sum(len(chunk.raw) for chunk in listed)


def _png_chunks(data: memoryview) -> Iterator[Chunk]:
    at = len(PNG_SIGNATURE)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        name = bytes(data[at + 4 : at + 8])
        if end > len(data):
            raise PhotoError("damaged", "a PNG chunk reaches over the end of the file")
        yield Chunk(name, data[at + 8 : end - 4], data[at:end])
        if name == b"IEND":
            return
        at = end
    raise PhotoError("damaged", "a PNG without an end")


def _webp_chunks(data: memoryview) -> Iterator[Chunk]:
    at = RIFF_HEADER
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        if at + 8 + size > len(data):
            raise PhotoError("damaged", "a WebP chunk reaches over the end of the file")
        yield Chunk(bytes(data[at : at + 4]), data[at + 8 : at + 8 + size], data[at:end])
        at = end
