"""Canaries in the other containers: PNG, WebP, GIF, and those of the ISO family."""

from __future__ import annotations

import struct
import subprocess
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

from PIL import Image

from formats.canaries import (
    CANARY,
    PICTURE,
    TEXT,
    XMP,
    Files,
    exif_with,
    exif_with_thumbnail,
    marked,
)
from formats.made import SIZE, saved, scene
from pauza.formats.chunks import png_chunk, png_chunks, webp_chunks, webp_file
from pauza.formats.profiles import PROFILES


def _png(*inserted: tuple[bytes, bytes], mode: str = "RGB", trailer: bytes = b"") -> bytes:
    """A PNG with further chunks before its pixels."""
    plain = saved(scene().convert(mode), "PNG")
    at = plain.index(b"IDAT") - 4
    return plain[:at] + b"".join(png_chunk(*chunk) for chunk in inserted) + plain[at:] + trailer


def _png_with_pixels(change: Callable[[bytes], bytes]) -> bytes:
    """A PNG whose compressed data are changed."""
    chunks = png_chunks(saved(scene(), "PNG"))[0]
    coded = b"".join(bytes(chunk.payload) for chunk in chunks if chunk.name == b"IDAT")
    kept = [bytes(chunk.raw) for chunk in chunks if chunk.name != b"IDAT"]
    return b"\x89PNG\r\n\x1a\n" + kept[0] + png_chunk(b"IDAT", change(coded)) + kept[-1]


def _png_palette() -> bytes:
    """A palette with four colours that no pixel has: the canary's."""
    image = scene().quantize(16)
    palette = (image.getpalette() or [])[: 3 * 16]
    image.putpalette(palette + list(CANARY))
    return saved(image, "PNG", bits=8)


def _animated(plugin: str, **manner: Any) -> bytes:
    return saved(scene(), plugin, save_all=True, append_images=[marked()], **manner)


def _profile_chunk(profile: bytes) -> tuple[bytes, bytes]:
    return b"iCCP", b"name\0\0" + zlib.compress(profile)


_CODED_XMP = b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP % CANARY)

PNG: Files = {
    "text": lambda: _png((b"tEXt", b"Comment\0" + CANARY)),
    "compressed text": lambda: _png((b"zTXt", b"Comment\0\0" + zlib.compress(CANARY))),
    "international text": lambda: _png((b"iTXt", b"Comment\0\0\0\0\0" + CANARY)),
    "xmp": lambda: _png((b"iTXt", _CODED_XMP)),
    "raw profile": lambda: _png((b"tEXt", b"Raw profile type exif\0" + CANARY)),
    "exif": lambda: saved(scene(), "PNG", exif=exif_with(0x010E, TEXT)),
    "exif thumbnail": lambda: _png((b"eXIf", exif_with_thumbnail(PICTURE)[6:])),
    "profile": lambda: _png(_profile_chunk(PROFILES["srgb"] + CANARY)),
    "broken profile": lambda: _png(_profile_chunk(CANARY)),
    **{
        f"{name} with text": partial(_png, (name.encode(), CANARY * 3))
        for name in ("sPLT", "prIv", "gAMA", "cHRM", "sRGB", "bKGD", "hIST", "pHYs", "sBIT")
    },
    "palette beside colours": lambda: _png((b"PLTE", CANARY)),
    "unused colours": _png_palette,
    "behind the end": lambda: _png(trailer=CANARY),
    "picture behind the end": lambda: _png(trailer=PICTURE),
    "end with text": lambda: _png().replace(png_chunk(b"IEND", b""), png_chunk(b"IEND", CANARY)),
    "behind the compressed pixels": lambda: _png_with_pixels(lambda coded: coded + CANARY),
    "rows below the picture": lambda: _png_with_pixels(
        lambda coded: zlib.compress(zlib.decompress(coded) + CANARY * 200)
    ),
    "under transparency": lambda: saved(marked("RGBA"), "PNG"),
    "second frame": lambda: _animated("PNG"),
}


def _webp(*changed: tuple[bytes, bytes], trailer: bytes = b"", **manner: Any) -> bytes:
    """An extended WebP with further chunks."""
    (picture,) = webp_chunks(saved(scene(), "WEBP", **manner))[0]
    header = b"\x2c\0\0\0" + b"".join((side - 1).to_bytes(3, "little") for side in SIZE)
    return webp_file((b"VP8X", header), (picture.name, bytes(picture.payload)), *changed) + trailer


def _webp_frame(change: Callable[[bytes, int], bytes], **manner: Any) -> bytes:
    """A simple WebP whose frame is changed, given the size of its first part."""
    (picture,) = webp_chunks(saved(scene(), "WEBP", **manner))[0]
    frame = bytes(picture.payload)
    return webp_file((picture.name, change(frame, int.from_bytes(frame[:3], "little") >> 5)))


def _stuffed_first(frame: bytes, size: int) -> bytes:
    tag = int.from_bytes(frame[:3], "little") + (len(CANARY) << 5)
    end = 10 + size
    return tag.to_bytes(3, "little") + frame[3:end] + CANARY + frame[end:]


def webp_of_parts() -> bytes:
    """A lossy WebP whose pixels are coded in eight parts, as few encoders do."""
    manner = ["-define", "webp:method=0", "-define", "webp:partitions=3"]
    tool = ["convert", "png:-", *manner, "webp:-"]
    made = subprocess.run(
        tool, input=saved(scene((320, 240)), "PNG"), capture_output=True, check=True
    )
    pictures = [chunk for chunk in webp_chunks(made.stdout)[0] if chunk.name == b"VP8 "]
    return webp_file((b"VP8 ", bytes(pictures[0].payload)))


WEBP: Files = {
    "exif": lambda: _webp((b"EXIF", exif_with(0x010E, TEXT))),
    "exif thumbnail": lambda: _webp((b"EXIF", exif_with_thumbnail(PICTURE))),
    "xmp": lambda: _webp((b"XMP ", XMP % CANARY)),
    "profile": lambda: saved(scene(), "WEBP", icc_profile=PROFILES["srgb"] + CANARY),
    "unknown chunk": lambda: _webp((b"prIv", CANARY)),
    "behind the end": lambda: _webp(trailer=CANARY),
    "picture behind the end": lambda: _webp(trailer=PICTURE),
    "behind the first part": lambda: _webp_frame(_stuffed_first),
    "behind the last part": lambda: _webp_frame(lambda frame, _: frame + CANARY),
    "behind lossless pixels": lambda: _webp_frame(lambda frame, _: frame + CANARY, lossless=True),
    "under transparency": lambda: saved(marked("RGBA"), "WEBP", lossless=True, exact=True),
    "second frame": lambda: _animated("WEBP", lossless=True),
}


def _gif_with(block: bytes) -> bytes:
    plain = saved(scene(), "GIF")
    return plain[:-1] + block + plain[-1:]


def _gif_palette() -> bytes:
    image = scene().quantize(16)
    image.putpalette((image.getpalette() or [])[: 3 * 16] + list(CANARY))
    return saved(image, "GIF", optimize=False)


def _of_four() -> Image.Image:
    """A picture of the four colours that spell the canary."""
    image = Image.new("P", SIZE)
    image.putpalette(list(CANARY))
    image.putdata([0, 1, 2, 3])
    return image


def _sub_block(text: bytes) -> bytes:
    return bytes([len(text)]) + text + b"\0"


GIF: Files = {
    "comment": lambda: saved(scene(), "GIF", comment=CANARY),
    "application": lambda: _gif_with(b"\x21\xff" + b"\x0bXMP DataXMP" + _sub_block(CANARY)),
    "plain text": lambda: _gif_with(b"\x21\x01\x0c" + b"\0" * 12 + _sub_block(CANARY)),
    "behind the end": lambda: saved(scene(), "GIF") + CANARY,
    "picture behind the end": lambda: saved(scene(), "GIF") + PICTURE,
    "unused colours": _gif_palette,
    "second frame": lambda: saved(scene(), "GIF", save_all=True, append_images=[_of_four()]),
}


def _boxed(plugin: str, name: bytes, content: bytes) -> bytes:
    """A HEIC or AVIF with a further box at its end."""
    return saved(scene(), plugin) + struct.pack(">I4s", 8 + len(content), name) + content


def iso(plugin: str) -> Files:
    """Places of a container of the ISO family: HEIC and AVIF."""
    return {
        "exif": lambda: saved(scene(), plugin, exif=exif_with(0x010E, TEXT)),
        "maker note": lambda: saved(scene(), plugin, exif=exif_with(0x927C, PICTURE, 0x8769)),
        "xmp": lambda: saved(scene(), plugin, xmp=XMP % CANARY),
        "profile": lambda: saved(scene(), plugin, icc_profile=PROFILES["srgb"] + CANARY),
        "free box": lambda: _boxed(plugin, b"free", CANARY),
        "uuid box": lambda: _boxed(plugin, b"uuid", b"\0" * 16 + CANARY),
        "second picture": lambda: saved(
            scene(), plugin, save_all=True, append_images=[scene()], exif=exif_with(0x010E, TEXT)
        ),
    }
