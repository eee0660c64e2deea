from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageCms
from PIL.JpegImagePlugin import JpegImageFile, get_sampling

from formats.made import exif, pixels_of, saved, scene
from pauza import formats
from pauza.formats import PhotoError
from pauza.formats.profiles import PROFILES
from pauza.formats.segments import SOS, Segment, segments_of


def scans(data: bytes) -> list[bytes]:
    return [segment.raw for segment in segments_of(data) if segment.marker == SOS]


def with_segment(data: bytes, marker: int, payload: bytes) -> bytes:
    """The file with one more segment behind its start."""
    segment = bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2, "big") + payload
    return data[:2] + segment + data[2:]


def profile(of: str) -> bytes:
    if of == "sRGB":
        return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


@pytest.mark.parametrize("subsampling", [0, 1, 2])
@pytest.mark.parametrize("quality", [35, 75, 90, 98])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_written_file_has_its_source_s_tables_subsampling_and_process(
    subsampling: int, quality: int, progressive: bool
) -> None:
    manner = {"subsampling": subsampling, "quality": quality, "progressive": progressive}
    source = saved(scene(), "JPEG", **manner)
    written = formats.write(formats.read(source).pixels, source)
    before, after = (JpegImageFile(BytesIO(data)) for data in (source, written.data))
    assert after.quantization == before.quantization
    assert get_sampling(after) == get_sampling(before) == subsampling
    assert after.info.get("progressive") == before.info.get("progressive")


def test_noise_that_no_progressive_writer_takes_is_written_all_the_same() -> None:
    source = saved(scene((403, 301)), "JPEG", quality=100, progressive=True, subsampling=0)
    noise = np.random.default_rng(1).integers(0, 255, (301, 403, 3), np.uint8)
    assert formats.read(formats.write(noise, source).data).pixels.shape == noise.shape


def test_rewriting_an_untouched_picture_hardly_changes_it() -> None:
    source = saved(scene((320, 240)), "JPEG", quality=90)
    pixels = formats.read(source).pixels
    again = formats.read(formats.write(pixels, source).data).pixels
    assert np.abs(again.astype(np.int16) - pixels).mean() < 0.5


def test_a_grey_picture_stays_grey_until_colour_is_laid_on_it() -> None:
    source = saved(scene().convert("L"), "JPEG")
    pixels = formats.read(source).pixels
    assert JpegImageFile(BytesIO(formats.write(pixels, source).data)).mode == "L"
    coloured = pixels.copy()
    coloured[:20, :20] = (255, 0, 0)
    assert JpegImageFile(BytesIO(formats.write(coloured, source).data)).mode == "RGB"


def test_cmyk_leaves_as_rgb_with_its_colours_right(corpus: Callable[[str], bytes]) -> None:
    source = corpus("jpeg_cmyk_adobe.jpg")
    written = formats.write(formats.read(source).pixels, source)
    assert JpegImageFile(BytesIO(written.data)).mode == "RGB"
    assert pixels_of(written.data)[15, 20, 0] > 160  # red, upper left


@pytest.mark.parametrize("max_side", [30, 64, 500])
def test_a_smaller_decode_knows_the_full_size(max_side: int) -> None:
    source = saved(scene((400, 300)), "JPEG", exif=exif(6))
    photo = formats.read(source, max_side=max_side)
    assert (photo.width, photo.height) == (300, 400)
    assert photo.pixels.shape[0] == min(max_side, 400)
    assert photo.scale == pytest.approx(min(max_side / 400, 1), abs=0.02)


def test_half_a_picture_that_ends_well_is_damaged(corpus: Callable[[str], bytes]) -> None:
    with pytest.raises(PhotoError) as refusal:
        formats.read(corpus("jpeg_trunc_50pct_with_eoi.jpg"))
    assert refusal.value.code == "damaged"


def test_damaged_scan_data_are_not_read_as_far_as_they_go(corpus: Callable[[str], bytes]) -> None:
    with pytest.raises(PhotoError):
        formats.read(corpus("jpeg_scan_noise.jpg"))


def test_wholeness_is_tested_in_a_reduced_decode_as_well() -> None:
    whole = saved(scene((640, 480)), "JPEG")
    half = whole[: len(whole) // 2] + b"\xff\xd9"
    formats.read(whole, max_side=64)
    with pytest.raises(PhotoError):
        formats.read(half, max_side=64)


def test_arithmetic_coding_is_refused_by_the_header(corpus: Callable[[str], bytes]) -> None:
    with pytest.raises(PhotoError) as refusal:
        formats.read(corpus("jpeg_arithmetic.jpg"))
    assert refusal.value.code == "unsupported_coding"


def test_a_bomb_of_scans_is_refused_by_counting_them(corpus: Callable[[str], bytes]) -> None:
    with pytest.raises(PhotoError) as refusal:
        formats.read(corpus("jpeg_scan_bomb.jpg"))
    assert refusal.value.code == "unsupported_coding"


def test_bytes_that_a_camera_pads_with_are_read_over_but_not_kept() -> None:
    plain = saved(scene(), "JPEG")
    padded = plain[:-2] + b"\0" * 300 + plain[-2:]
    assert np.array_equal(formats.read(padded).pixels, formats.read(plain).pixels)
    assert formats.leftovers(padded) == ["stray or damaged bytes in the coded picture"]
    assert formats.leftovers(formats.clean(padded).data) == []


@pytest.mark.parametrize("progressive", [False, True])
def test_cleaning_leaves_the_coded_picture_byte_for_byte(progressive: bool) -> None:
    source = with_segment(
        saved(scene(), "JPEG", progressive=progressive, comment="canary"), 0xE7, b"x"
    )
    cleaned = formats.clean(source + b"trailer").data
    assert scans(cleaned) == scans(source)
    assert b"canary" not in cleaned
    assert formats.leftovers(cleaned) == []


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_clean_copy_stays_upright_by_a_single_tag(orientation: int) -> None:
    tags = exif(orientation)
    tags[0x010F] = "canary camera"
    source = saved(scene(), "JPEG", exif=tags)
    cleaned = formats.clean(source).data
    assert scans(cleaned) == scans(source)
    assert b"canary" not in cleaned
    assert np.array_equal(formats.read(cleaned).pixels, formats.read(source).pixels)
    assert dict(Image.open(BytesIO(cleaned)).getexif()) == (
        {} if orientation == 1 else {0x0112: orientation}
    )


def test_a_profile_that_is_srgb_is_exchanged_for_ours_and_nothing_changes() -> None:
    plain = saved(scene(), "JPEG")
    tagged = saved(scene(), "JPEG", icc_profile=profile("sRGB"))
    assert np.array_equal(formats.read(tagged).pixels, formats.read(plain).pixels)
    cleaned = formats.clean(tagged).data
    assert scans(cleaned) == scans(tagged)
    assert Image.open(BytesIO(cleaned)).info["icc_profile"] == PROFILES["srgb"]


def test_a_profile_that_does_not_fit_its_picture_is_ignored() -> None:
    plain = saved(scene(), "JPEG")
    for strange in (profile("Lab"), b"no profile at all"):
        tagged = saved(scene(), "JPEG", icc_profile=strange)
        assert np.array_equal(formats.read(tagged).pixels, formats.read(plain).pixels)


@pytest.mark.parametrize(
    ("marker", "payload", "kind"),
    [
        (0xFE, b"canary", "other"),
        (0xE0, b"JFXX\0\x10" + b"\xff\xd8\xff\xd9", "thumbnail"),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<photoshop:City>Tuzla", "place"),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<mwg-rs:Regions/>", "people"),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<mwg-rs:Name>Ana", "names"),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<GDepth:Data>", "depth"),
        (0xE2, b"MPF\0 a second picture", "pictures"),
        (0xEB, b"JP\0\0 jumb", "other"),
        (0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04" + b"\x1c\x02\x5a\0\5Tuzla", "place"),
        (0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x0c", "thumbnail"),
    ],
)
def test_each_place_is_named_and_gone_from_every_output(
    marker: int, payload: bytes, kind: str
) -> None:
    source = with_segment(saved(scene(), "JPEG"), marker, payload)
    assert kind in formats.hidden(source)
    assert f"segment {marker:#x}" in formats.leftovers(source)
    for output in (formats.clean(source), formats.write(formats.read(source).pixels, source)):
        assert payload not in output.data
        assert formats.leftovers(output.data) == []


def test_what_follows_the_picture_is_named() -> None:
    source = saved(scene(), "JPEG") + b"ftypmp42"
    assert formats.hidden(source) == ("pictures",)
    assert formats.leftovers(source) == ["8 bytes after the end"]


def test_a_frame_header_counts_only_once() -> None:
    source = saved(scene(), "JPEG")
    frame = next(segment for segment in segments_of(source) if segment.marker == 0xC0)
    at = source.index(frame.raw)
    with pytest.raises(PhotoError):
        formats.read(source[:at] + enlarged(frame) + source[at:])


def enlarged(frame: Segment) -> bytes:
    return frame.raw[:5] + (60_000).to_bytes(2, "big") * 2 + frame.raw[9:]
