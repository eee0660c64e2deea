"""XMP and IPTC: what their text tells. Searched, not parsed: a hint is all that is needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .photo import HiddenKind

_SEARCHED = 1 << 20
"""Bytes of a block that are looked through."""

_XMP: Mapping[HiddenKind, tuple[bytes, ...]] = {
    "place": (
        b"GPSLatitude",
        b"photoshop:City",
        b"photoshop:State",
        b"photoshop:Country",
        b"Iptc4xmpCore:Location",
        b"LocationShown",
        b"LocationCreated",
    ),
    "date": (b"CreateDate", b"DateCreated", b"ModifyDate", b"DateTimeOriginal"),
    "camera": (b"tiff:Make", b"tiff:Model", b"exifEX:", b"aux:"),
    "names": (b"PersonDisplayName", b"PersonInImage", b"mwg-rs:Name", b"dc:creator"),
    "people": (b"mwg-rs:", b"MPReg:", b"MPRI:", b"PersonInImage"),
    "thumbnail": (b"xmp:Thumbnails", b"xmpGImg:"),
    "pictures": (b"GImage:", b"MotionPhoto", b"MicroVideo", b"hdrgm:", b"Container:"),
    "depth": (b"GDepth:", b"DepthMap", b"depthmap", b"Disparity"),
}
_IPTC: Mapping[HiddenKind, tuple[bytes, ...]] = {
    "place": (b"\x1c\x02\x5a", b"\x1c\x02\x5c", b"\x1c\x02\x5f", b"\x1c\x02\x65"),
    "date": (b"\x1c\x02\x37", b"\x1c\x02\x3e"),
    "names": (b"\x1c\x02\x50", b"\x1c\x02\x7a"),
    "thumbnail": (b"8BIM\x04\x09", b"8BIM\x04\x0c"),
}


def hidden(packet: bytes) -> Iterator[HiddenKind]:
    """What an XMP packet tells; "other" where it tells nothing that has a name."""
    return _hints(packet, _XMP)


def hidden_iptc(block: bytes) -> Iterator[HiddenKind]:
    """What a Photoshop block with IPTC fields tells."""
    return _hints(block, _IPTC)


def _hints(block: bytes, words: Mapping[HiddenKind, tuple[bytes, ...]]) -> Iterator[HiddenKind]:
    searched = block[:_SEARCHED]
    found = [kind for kind, hints in words.items() if any(hint in searched for hint in hints)]
    yield from found or ["other"]
