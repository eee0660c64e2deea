from __future__ import annotations

import zlib
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from formats.made import exif, pixels_of, saved, scene
from pauza import formats
from pauza.formats.chunks import png_chunk, png_chunks


def with_chunk(data: bytes, name: bytes, payload: bytes) -> bytes:
    """The file with one more chunk in front of its pixels."""
    at = data.index(b"IDAT") - 4
    return data[:at] + png_chunk(name, payload) + data[at:]


def compressed(data: bytes) -> list[bytes]:
    return [bytes(chunk.raw) for chunk in png_chunks(data)[0] if chunk.name == b"IDAT"]


@pytest.mark.parametrize("mode", ["RGB", "L", "P"])
def test_writing_is_lossless(mode: str) -> None:
    source = saved(scene().convert(mode), "PNG")
    pixels = formats.read(source).pixels
    assert np.array_equal(pixels, pixels_of(source))
    assert np.array_equal(pixels_of(formats.write(pixels, source).data), pixels)


def test_sixteen_bits_of_grey_are_scaled_and_not_clipped() -> None:
    ramp = np.linspace(0, 65535, 96 * 64).reshape(64, 96).astype(np.uint16)
    pixels = formats.read(saved(Image.fromarray(ramp), "PNG")).pixels
    assert np.array_equal(pixels[:, :, 0], ramp >> 8)


def test_what_is_transparent_lies_on_white_and_is_gone_afterwards() -> None:
    face = scene().convert("RGBA")
    face.putalpha(0)
    source = saved(face, "PNG")
    assert formats.read(source).pixels.min() == 255
    assert pixels_of(formats.clean(source).data).min() == 255


def test_a_palette_with_a_transparent_colour_is_not_copied() -> None:
    source = saved(scene().convert("P"), "PNG", transparency=3)
    cleaned = formats.clean(source).data
    assert formats.leftovers(cleaned) == []
    assert np.array_equal(formats.read(cleaned).pixels, formats.read(source).pixels)


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1", "I;16"])
def test_cleaning_leaves_the_compressed_pixels_byte_for_byte(mode: str) -> None:
    image = scene().convert("L" if mode == "I;16" else mode)
    if mode == "I;16":
        image = Image.fromarray(np.asarray(image).astype(np.uint16) << 8)
    notes = PngInfo()
    notes.add_text("Author", "canary")
    source = saved(image, "PNG", pnginfo=notes)
    cleaned = formats.clean(source).data
    assert compressed(cleaned) == compressed(source)
    assert b"canary" not in cleaned


@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_is_taken_into_the_pixels(orientation: int) -> None:
    source = saved(scene(), "PNG", exif=exif(orientation))
    upright = formats.read(source)
    cleaned = formats.clean(source).data
    assert (upright.width > upright.height) == (orientation < 5)
    assert np.array_equal(pixels_of(cleaned), upright.pixels)


@pytest.mark.parametrize(
    ("name", "payload", "kind"),
    [
        (b"tEXt", b"Comment\0canary", "other"),
        (b"tEXt", b"Author\0canary", "names"),
        (b"zTXt", b"Comment\0\0" + zlib.compress(b"canary"), "other"),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<exif:GPSLatitude>", "place"),
        (b"tIME", b"\x07\xea\x0b\x1a\x0a\0\0", "date"),
        (b"prIv", b"canary", "other"),
    ],
)
def test_each_place_is_named_and_gone_from_every_output(
    name: bytes, payload: bytes, kind: str
) -> None:
    source = with_chunk(saved(scene(), "PNG"), name, payload)
    assert kind in formats.hidden(source)
    assert formats.leftovers(source) == [f"chunk {name!r}"]
    for output in (formats.clean(source), formats.write(formats.read(source).pixels, source)):
        assert payload not in output.data
        assert formats.leftovers(output.data) == []


def test_what_follows_the_picture_is_named() -> None:
    source = saved(scene(), "PNG") + b"\xff\xd8\xff"
    assert formats.hidden(source) == ("other",)
    assert formats.leftovers(source) == ["3 bytes after the end"]


def test_bytes_hidden_behind_the_compressed_pixels_are_found() -> None:
    source = with_chunk(saved(scene(), "PNG"), b"prIv", b"")
    stuffed = source.replace(png_chunk(b"IEND", b""), b"") + (
        png_chunk(b"IDAT", b"canary") + png_chunk(b"IEND", b"")
    )
    assert "compressed data beside the pixels" in formats.leftovers(stuffed)
    assert b"canary" not in formats.clean(stuffed).data


def test_rows_beyond_the_picture_s_height_are_found() -> None:
    source = saved(scene(), "PNG")
    pixels = zlib.decompress(b"".join(raw[8:-4] for raw in compressed(source)))
    start, end = source.index(b"IDAT") - 4, source.index(b"IEND") - 4
    taller = png_chunk(b"IDAT", zlib.compress(pixels + b"canary" * 100))
    assert formats.leftovers(source[:start] + taller + source[end:]) == [
        "compressed data beside the pixels"
    ]


def test_a_wrong_checksum_is_named() -> None:
    source = bytearray(saved(scene(), "PNG"))
    source[29] ^= 1
    assert "checksum of b'IHDR'" in formats.leftovers(bytes(source))


@pytest.mark.parametrize("name", ["png_ztxt_bomb.png", "png_iccp_bomb.png"])
def test_bombs_of_text_neither_crash_nor_reach_an_output(
    name: str, corpus: Callable[[str], bytes]
) -> None:
    formats.hidden(corpus(name))
    with pytest.raises(formats.PhotoError):
        formats.read(corpus(name))
