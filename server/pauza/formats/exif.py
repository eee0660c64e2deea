"""EXIF: the turn it asks for, what it tells, and the single tag that we write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PIL import ExifTags, Image

from .photo import HiddenKind

_ORIENTATION = ExifTags.Base.Orientation

_TELLING: Mapping[int, HiddenKind] = {
    0x0132: "date",  # DateTime
    0x9003: "date",  # DateTimeOriginal
    0x9004: "date",  # DateTimeDigitized
    0x010F: "camera",  # Make
    0x0110: "camera",  # Model
    0x927C: "camera",  # MakerNote
    0xA431: "camera",  # BodySerialNumber
    0xA433: "camera",  # LensMake
    0xA434: "camera",  # LensModel
    0xA435: "camera",  # LensSerialNumber
    0xC62F: "camera",  # CameraSerialNumber
    0x013B: "names",  # Artist
    0x013C: "camera",  # HostComputer: telephones write their model
    0x8298: "names",  # Copyright
    0x9C9D: "names",  # XPAuthor
    0xA430: "names",  # CameraOwnerName
    0x010E: "other",  # ImageDescription
    0x0131: "other",  # Software
    0x9286: "other",  # UserComment
    0x9C9B: "other",  # XPTitle
    0x9C9C: "other",  # XPComment
    0x9C9E: "other",  # XPKeywords
    0x9C9F: "other",  # XPSubject
    0xA420: "other",  # ImageUniqueID
}
_GPS_DATES = (0x0007, 0x001D)
_GPS_VERSION = 0x0000
_THUMBNAIL = (0x0201, 0x0111)
_MAKER_NOTE = 0x927C
_JPEG = b"\xff\xd8\xff"


def orientation(exif: bytes | None) -> int:
    """The turn that an EXIF block asks for, 1 to 8; 1 where it says nothing usable."""
    value = _load(exif).get(_ORIENTATION, 1)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def one_tag(turn: int) -> bytes:
    """An EXIF block that holds an orientation and nothing else."""
    entry = b"\x01\x12\x00\x03\x00\x00\x00\x01" + turn.to_bytes(2, "big") + b"\0\0"
    return b"MM\x00\x2a\x00\x00\x00\x08\x00\x01" + entry + b"\0\0\0\0"


def hidden(exif: bytes | None) -> Iterator[HiddenKind]:
    """What an EXIF block tells about the photo beside its picture."""
    tags = _load(exif)
    for ifd in (tags, tags.get_ifd(ExifTags.IFD.Exif)):
        for tag, value in ifd.items():
            if tag in _TELLING and _says_something(value):
                yield _TELLING[tag]
    for tag, value in tags.get_ifd(ExifTags.IFD.GPSInfo).items():
        if tag != _GPS_VERSION and _says_something(value):
            yield "date" if tag in _GPS_DATES else "place"
    preview = _JPEG in bytes(tags.get_ifd(ExifTags.IFD.Exif).get(_MAKER_NOTE, b""))
    if preview or any(tag in tags.get_ifd(ExifTags.IFD.IFD1) for tag in _THUMBNAIL):
        yield "thumbnail"


def _load(exif: bytes | None) -> Image.Exif:
    """Tags of a block; an unreadable block has none, as in a browser."""
    tags = Image.Exif()
    try:
        tags.load(exif or b"")
        dict(tags)  # values are read late: an unreadable one must show here
    except Exception:  # noqa: BLE001 - Pillow raises at will on strange EXIF
        return Image.Exif()
    return tags


def _says_something(value: Any) -> bool:
    """Cameras write empty and zero fields; those tell nothing."""
    if isinstance(value, bytes):
        return bool(value.strip(b"\0 "))
    if isinstance(value, str):
        return bool(value.strip("\0 "))
    if isinstance(value, tuple):
        return any(_says_something(part) for part in value)
    return bool(value == value and value)
