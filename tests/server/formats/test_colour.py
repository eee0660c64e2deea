from __future__ import annotations

from io import BytesIO
from typing import get_args

import numpy as np
import pytest
from PIL import Image, ImageCms

from formats.made import pixels_of, saved, scene
from pauza import formats
from pauza.formats import Space, colour
from pauza.formats.profiles import PROFILES


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
    assert colour.colours_of(srgb, "RGB") == colour.Colours("srgb")
    assert not colour.colours_of(wide_profile(), "RGB").ours


@pytest.mark.parametrize("profile", [None, b"", b"broken"])
def test_without_a_usable_profile_a_picture_says_nothing(profile: bytes | None) -> None:
    assert colour.colours_of(profile, "RGB") == colour.Colours(None)


@pytest.mark.parametrize("space", get_args(Space))
def test_our_own_profiles_are_known_again(space: Space) -> None:
    assert colour.colours_of(PROFILES[space], "RGB") == colour.Colours(space)


@pytest.mark.parametrize("plugin", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("space", get_args(Space))
def test_a_picture_in_either_space_stays_in_it_and_leaves_with_our_profile(
    plugin: str, space: Space
) -> None:
    source = saved(scene(), plugin, icc_profile=PROFILES[space], lossless=True)
    photo = formats.read(source, keep_p3=True)
    assert photo.space == space
    assert np.array_equal(photo.pixels, pixels_of(source))
    for output in (formats.clean(source), formats.write(photo.pixels, source, photo.space)):
        assert Image.open(BytesIO(output.data)).info["icc_profile"] == PROFILES[space]
        assert formats.leftovers(output.data) == []


def test_for_the_eye_and_the_nets_display_p3_becomes_srgb() -> None:
    source = saved(
        Image.new("RGB", (8, 8), (200, 60, 60)), "PNG", icc_profile=PROFILES["display-p3"]
    )
    photo = formats.read(source)
    assert photo.space == "srgb"
    assert photo.pixels[0, 0, 0] > 210 > 60 > photo.pixels[0, 0, 1]


def test_a_profile_of_colours_is_not_written_beside_a_grey_picture() -> None:
    source = saved(scene().convert("L"), "JPEG")
    written = formats.write(formats.read(source).pixels, source, "display-p3")
    assert "icc_profile" not in Image.open(BytesIO(written.data)).info


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK"])
def test_every_mode_becomes_flat(mode: str) -> None:
    assert colour.flat(scene().convert(mode)).mode in ("L", "RGB", "CMYK")


def test_half_transparent_is_half_white() -> None:
    black = Image.new("RGBA", (4, 4), (0, 0, 0, 128))
    assert np.asarray(colour.flat(black)).tolist()[0][0] == [127, 127, 127]
