from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from formats.made import exif, pixels_of, saved, scene
from pauza import formats
from pauza.formats.chunks import webp_chunks


def pictures(data: bytes) -> list[bytes]:
    return [bytes(chunk.raw) for chunk in webp_chunks(data)[0] if chunk.name.startswith(b"VP8")]


def test_lossless_stays_lossless() -> None:
    source = saved(scene(), "WEBP", lossless=True)
    pixels = formats.read(source).pixels
    assert np.array_equal(pixels, np.asarray(scene()))
    assert np.array_equal(pixels_of(formats.write(pixels, source).data), pixels)


def test_lossy_is_written_well() -> None:
    source = saved(scene(), "WEBP", quality=95)
    pixels = formats.read(source).pixels
    written = formats.write(pixels, source)
    assert written.suffix == ".webp"
    assert np.abs(pixels_of(written.data).astype(np.int16) - pixels).mean() < 6


@pytest.mark.parametrize("lossless", [False, True])
def test_cleaning_leaves_the_coded_picture_byte_for_byte(lossless: bool) -> None:
    tags = exif(1)
    tags[0x010F] = "canary"
    source = saved(scene(), "WEBP", lossless=lossless, exif=tags, xmp=b"<canary/>")
    cleaned = formats.clean(source).data
    assert pictures(cleaned) == pictures(source)[-1:]
    assert b"canary" not in cleaned
    assert formats.leftovers(cleaned) == []


@pytest.mark.parametrize("orientation", range(2, 9))
def test_orientation_is_taken_into_the_pixels(orientation: int) -> None:
    source = saved(scene(), "WEBP", lossless=True, exif=exif(orientation))
    assert np.array_equal(pixels_of(formats.clean(source).data), formats.read(source).pixels)


@pytest.mark.parametrize("lossless", [False, True])
def test_transparency_is_laid_on_white(lossless: bool) -> None:
    face = scene().convert("RGBA")
    face.putalpha(0)
    source = saved(face, "WEBP", lossless=lossless, exact=True)
    assert formats.leftovers(source) != []
    assert pixels_of(formats.clean(source).data).min() > 250


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("webp_icc_xmp_exif.webp", "chunk b'EXIF'"),
        ("webp_unknown_chunk.webp", "chunk b"),
        ("webp_trailer.webp", "bytes after the end"),
    ],
)
def test_each_place_is_named_and_gone_from_every_output(
    name: str, left: str, corpus: Callable[[str], bytes]
) -> None:
    source = corpus(name)
    assert formats.hidden(source)
    assert any(left in found for found in formats.leftovers(source))
    for output in (formats.clean(source), formats.write(formats.read(source).pixels, source)):
        assert formats.leftovers(output.data) == []
