"""HEIC and AVIF: two containers of one family, which leave the same way."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from PIL.JpegImagePlugin import JpegImageFile, get_sampling

from formats.made import exif, saved, scene
from pauza import formats

pytest.importorskip("pillow_heif")


@pytest.mark.parametrize("plugin", ["HEIF", "AVIF"])
def test_it_leaves_as_a_jpeg_of_quality_92(plugin: str) -> None:
    source = saved(scene((320, 240)), plugin, quality=90)
    pixels = formats.read(source).pixels
    written = formats.write(pixels, source)
    fresh = JpegImageFile(BytesIO(written.data))
    expected = JpegImageFile(BytesIO(saved(scene(), "JPEG", quality=92)))
    assert (written.media_type, written.suffix) == ("image/jpeg", ".jpg")
    assert fresh.quantization == expected.quantization
    assert get_sampling(fresh) == 2
    assert np.abs(formats.read(written.data).pixels.astype(np.int16) - pixels).mean() < 8


@pytest.mark.parametrize("plugin", ["HEIF", "AVIF"])
def test_nothing_of_its_exif_and_xmp_survives(plugin: str) -> None:
    tags = exif(6)
    tags[0x010F] = "canary"
    source = saved(scene(), plugin, exif=tags.tobytes(), xmp=b"<photoshop:City>canary")
    assert {"camera", "place"} <= set(formats.hidden(source))
    cleaned = formats.clean(source)
    assert b"canary" not in cleaned.data
    assert formats.leftovers(cleaned.data) == []


def test_a_thumbnail_is_named(corpus: Callable[[str], bytes]) -> None:
    assert "thumbnail" in formats.hidden(corpus("heic_thumb.heic"))
