"""What a file is, by its content alone: names and declared types are not asked."""

from __future__ import annotations

from .photo import Format, PhotoError

_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1"}
_AVIF_BRANDS = {b"avif", b"avis"}


def kind_of(data: bytes) -> Format:
    """The format of a file that starts like a photo; raises PhotoError("unknown_kind")."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    brands = _brands(data)
    if brands & _AVIF_BRANDS:
        return "avif"
    if brands & _HEIC_BRANDS:
        return "heic"
    raise PhotoError("unknown_kind", "the first bytes are those of no format on the list")


def _brands(data: bytes) -> set[bytes]:
    """Brands of an ISO base media file: the first box names what may read the file."""
    if data[4:8] != b"ftyp":
        return set()
    end = min(int.from_bytes(data[:4], "big"), 256)
    return {data[8:12]} | {data[at : at + 4] for at in range(16, end, 4)}
