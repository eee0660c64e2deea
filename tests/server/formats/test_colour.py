from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageCms

from formats.made import saved, scene
from pauza import formats
from pauza.formats import colour


def wide_profile() -> bytes:
    """A profile whose green is far greener than that of sRGB: sRGB's with channels exchanged."""
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, blue = srgb.index(b"rXYZ"), srgb.index(b"bXYZ")
    srgb[red : red + 4], srgb[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(srgb)


def test_a_profile_other_than_srgb_is_taken_into_the_pixels() -> None:
    exchanged = formats.read(saved(scene(), "PNG", icc_profile=wide_profile())).pixels
    plain = np.asarray(scene())
    assert np.abs(exchanged.astype(np.int16) - plain[:, :, ::-1]).max() <= 3


@pytest.mark.parametrize("plugin", ["JPEG", "PNG", "WEBP"])
def test_a_clean_copy_of_such_a_picture_looks_the_same_without_its_profile(plugin: str) -> None:
    manner = {} if plugin == "PNG" else {"quality": 95}
    source = saved(scene(), plugin, icc_profile=wide_profile(), **manner)
    cleaned = formats.clean(source).data
    assert formats.leftovers(cleaned) == []
    difference = formats.read(cleaned).pixels.astype(np.int16) - formats.read(source).pixels
    assert np.abs(difference).mean() < 8


def test_srgb_is_known_by_its_colours_and_not_by_its_name() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert colour.is_srgb(None, "RGB")
    assert colour.is_srgb(srgb, "RGB")
    assert colour.is_srgb(b"broken", "RGB")
    assert not colour.is_srgb(wide_profile(), "RGB")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK"])
def test_every_mode_becomes_flat(mode: str) -> None:
    assert colour.flat(scene().convert(mode)).mode in ("L", "RGB", "CMYK")


def test_half_transparent_is_half_white() -> None:
    black = Image.new("RGBA", (4, 4), (0, 0, 0, 128))
    assert np.asarray(colour.flat(black)).tolist()[0][0] == [127, 127, 127]
