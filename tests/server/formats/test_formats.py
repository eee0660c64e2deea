"""What holds for every format: the corpus says what must be read and what must be refused."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from corpus import Row, rows
from formats.made import pixels_of, saved, scene
from pauza import formats
from pauza.formats import Photo, PhotoError, heic
from pauza.formats.profiles import PROFILES

CORNERS = {
    (0, 0): (220, 30, 30),
    (0, 1): (30, 170, 30),
    (1, 0): (30, 30, 220),
    (1, 1): (230, 210, 30),
}
WITHOUT_COLOUR = {"jpeg_gray.jpg", "png_l.png", "png_la.png", "png_1.png", "png_gray16.png"}
NOT_THE_SCENE = {"jpeg_48mp_flat.jpg"}


def corners_of(photo: Photo) -> dict[tuple[int, int], tuple[int, ...]]:
    height, width = photo.pixels.shape[:2]
    return {
        (bottom, right): tuple(
            int(value)
            for value in photo.pixels[
                height - 1 - height // 8 if bottom else height // 8,
                width - 1 - width // 8 if right else width // 8,
            ]
        )
        for bottom, right in CORNERS
    }


@pytest.mark.parametrize("row", rows(expect="ok", strict="1"))
def test_what_must_be_read_is_read_upright(row: Row, corpus: Callable[[str], bytes]) -> None:
    photo = formats.read(corpus(row["file"]))
    assert (photo.width, photo.height) == (int(row["width"]), int(row["height"]))
    assert photo.pixels.shape == (photo.height, photo.width, 3)
    assert photo.format.upper() == row["format"].replace("HEIF", "HEIC")
    if min(photo.width, photo.height) > 100 and row["file"] not in NOT_THE_SCENE:
        for corner, seen in corners_of(photo).items():
            wanted = np.array(CORNERS[corner])
            if row["file"] in WITHOUT_COLOUR:
                assert len(set(seen)) == 1
            else:
                assert np.abs(wanted - seen).max() <= 60, corner


@pytest.mark.parametrize("row", rows(expect="error", strict="1"))
def test_what_must_be_refused_is_refused(row: Row, corpus: Callable[[str], bytes]) -> None:
    with pytest.raises(PhotoError):
        formats.read(corpus(row["file"]))


@pytest.mark.parametrize("row", rows())
def test_no_file_at_all_ends_in_anything_but_an_answer_or_a_refusal(
    row: Row, corpus: Callable[[str], bytes]
) -> None:
    data = corpus(row["file"])
    formats.hidden(data)
    try:
        photo = formats.read(data, max_side=64)
    except PhotoError:
        return
    assert max(photo.pixels.shape[:2]) <= 64
    assert row["expect"] != "error" or row["strict"] == "0"


@pytest.mark.parametrize("row", rows(expect="ok"))
def test_a_clean_copy_carries_nothing_and_looks_the_same(
    row: Row, corpus: Callable[[str], bytes]
) -> None:
    data = corpus(row["file"])
    photo = formats.read(data)
    cleaned = formats.clean(data)
    assert formats.leftovers(cleaned.data) == []
    assert set(formats.hidden(cleaned.data)) == set()
    again = formats.read(cleaned.data)
    assert again.pixels.shape == photo.pixels.shape
    difference = np.abs(again.pixels.astype(np.int16) - photo.pixels)
    assert difference.mean() < 4


@pytest.mark.parametrize("row", rows(expect="ok", strict="1"))
def test_a_written_file_carries_nothing_and_is_upright(
    row: Row, corpus: Callable[[str], bytes]
) -> None:
    data = corpus(row["file"])
    photo = formats.read(data, max_pixels=1_000_000)
    written = formats.write(photo.pixels, data)
    assert formats.leftovers(written.data) == []
    assert pixels_of(written.data).shape == photo.pixels.shape
    assert formats.read(written.data).format == written.media_type.removeprefix("image/")


@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not installed")
@pytest.mark.parametrize(
    "name",
    [
        "jpeg_thumb_o6.jpg",
        "jpeg_8bim_thumb.jpg",
        "jpeg_ultrahdr_like.jpg",
        "png_text.png",
        "webp_icc_xmp_exif.webp",
        "heic_thumb.heic",
        "gif_comment.gif",
    ],
)
def test_a_second_witness_finds_nothing_in_what_leaves(
    name: str, corpus: Callable[[str], bytes]
) -> None:
    data = corpus(name)
    for output in (formats.clean(data), formats.write(formats.read(data).pixels, data)):
        tool = ["exiftool", "-a", "-G1", "-s", "-ee3", "-"]
        seen = subprocess.run(tool, input=output.data, capture_output=True, check=True)
        groups = {line.split("]")[0] for line in seen.stdout.decode().splitlines()}
        allowed = {"[ExifTool", "[File", "[PNG", "[JFIF", "[RIFF", "[Composite", "[System"}
        if b"Orientation" in seen.stdout:  # our own single tag
            allowed |= {"[IFD0"}
        if any(profile in output.data for profile in PROFILES.values()):
            allowed |= {"[ICC_Profile", "[ICC-header"}
        assert groups <= allowed, groups


def test_a_thin_picture_s_scale_is_that_of_its_length() -> None:
    photo = formats.read(saved(scene((3, 300)), "PNG"), max_side=30)
    assert photo.pixels.shape[:2] == (30, 1)
    assert photo.scale == pytest.approx(0.1)


def test_content_decides_and_not_a_name(corpus: Callable[[str], bytes]) -> None:
    assert formats.read(corpus("png_named.jpg")).format == "png"
    assert formats.read(corpus("heic_named.jpg")).format == "heic"


@pytest.mark.parametrize("name", ["apng_2frames.png", "gif_anim.gif", "webp_anim.webp"])
def test_every_frame_of_an_animation_can_be_read(name: str, corpus: Callable[[str], bytes]) -> None:
    data = corpus(name)
    first = formats.read(data)
    last = formats.read(data, frame=first.frames - 1)
    assert first.frames > 1
    assert last.pixels.shape == first.pixels.shape
    assert not np.array_equal(first.pixels, last.pixels)


@pytest.mark.parametrize("name", ["apng_2frames.png", "gif_anim.gif", "webp_anim.webp"])
def test_one_frame_of_an_animation_leaves_as_a_still_png(
    name: str, corpus: Callable[[str], bytes]
) -> None:
    data = corpus(name)
    written = formats.write(formats.read(data).pixels, data)
    assert (written.media_type, written.suffix) == ("image/png", ".png")
    assert formats.read(written.data).frames == 1


def test_a_second_picture_in_a_jpeg_is_hidden_data_and_no_frame(
    corpus: Callable[[str], bytes],
) -> None:
    data = corpus("mpo_two.jpg")
    assert formats.read(data).frames == 1
    assert "pictures" in formats.hidden(data)


@pytest.mark.parametrize(
    ("frames", "most", "sampled"),
    [(1, 8, [0]), (3, 8, [0, 1, 2]), (9, 3, [0, 4, 8]), (100, 2, [0, 99]), (8, 8, [*range(8)])],
)
def test_sampled_frames_are_spread_from_the_first_to_the_last(
    frames: int, most: int, sampled: list[int]
) -> None:
    assert formats.sampled_frames(frames, most) == sampled


def test_hidden_data_of_a_file_that_breaks_off_is_still_named(
    corpus: Callable[[str], bytes],
) -> None:
    data = corpus("jpeg_thumb_o6.jpg")
    assert formats.hidden(data[:-200]) == ("other",)
    assert formats.hidden(b"no photo") == ()


def test_without_the_extra_a_heic_is_of_an_unknown_kind_and_says_why(
    monkeypatch: pytest.MonkeyPatch, corpus: Callable[[str], bytes]
) -> None:
    monkeypatch.setattr(heic, "INSTALLED", False)
    with pytest.raises(PhotoError, match="heif") as refusal:
        formats.read(corpus("heic_o1.heic"))
    assert refusal.value.code == "unknown_kind"


def test_a_picture_above_the_limit_of_writing_is_cleaned_as_a_smaller_copy() -> None:
    large = Image.new("P", (10_100, 5_000), 3)
    cleaned = formats.clean(saved(large, "GIF"))
    photo = formats.read(cleaned.data)
    assert "scaled" in cleaned.changes
    assert photo.width * photo.height <= formats.MAX_WRITTEN_PIXELS


def test_a_copy_that_needs_no_decoding_has_lost_nothing() -> None:
    assert formats.clean(saved(scene(), "JPEG")).changes == ()
