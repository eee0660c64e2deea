"""The promise of a cover: nothing of what lies under it can be got back, whatever the style."""

from __future__ import annotations

import math
from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile, get_sampling

from formats.made import exif, pixels_of, saved, scene
from pauza import formats
from pauza.formats import Pixels
from pauza.redaction import redact as redaction
from pauza.redaction import styles
from pauza.redaction.geometry import Region
from pauza.redaction.mask import Mask, Window, inside
from pauza.redaction.redact import RegionError, cover, preview, redact
from pauza.redaction.styles import Paint, Patch
from pauza.settings import STYLES, Style

SIZE = (240, 180)
REGIONS = (
    Region(60, 70, 50, 64, 0),
    Region(95, 80, 48, 60, 15),  # overlaps its neighbour
    Region(180, 40, 30, 44, -30),
    Region(238, 170, 60, 80, 0),  # cut by two edges
    Region(20, 160, 7, 9, 45),  # a face far away
)
WHOLE = (Region(120, 90, 700, 600, 0),)

SOURCES: dict[str, Callable[[], bytes]] = {
    "jpeg": lambda: saved(scene(SIZE), "JPEG", quality=85),
    "jpeg-progressive": lambda: saved(scene(SIZE), "JPEG", progressive=True),
    "jpeg-grey": lambda: saved(scene(SIZE).convert("L"), "JPEG"),
    "jpeg-cmyk": lambda: saved(scene(SIZE).convert("CMYK"), "JPEG"),
    "jpeg-turned": lambda: saved(scene(SIZE[::-1]), "JPEG", exif=exif(6)),
    "png": lambda: saved(scene(SIZE), "PNG"),
    "png-grey": lambda: saved(scene(SIZE).convert("L"), "PNG"),
    "png-palette": lambda: saved(scene(SIZE).convert("P"), "PNG"),
    "png-alpha": lambda: saved(scene(SIZE).convert("RGBA"), "PNG"),
    "webp": lambda: saved(scene(SIZE), "WEBP"),
    "webp-lossless": lambda: saved(scene(SIZE), "WEBP", lossless=True),
    "gif": lambda: saved(scene(SIZE), "GIF"),
    "avif": lambda: saved(scene(SIZE), "AVIF", speed=10),
    "heic": lambda: saved(scene(SIZE), "HEIF"),
}


def covered_by(regions: tuple[Region, ...], pixels: Pixels) -> Mask:
    height, width = pixels.shape[:2]
    covered = np.zeros((height, width), np.bool_)
    for region in regions:
        covered |= inside(region, Window(0, 0, width, height))
    return covered


def with_noise_inside(pixels: Pixels, regions: tuple[Region, ...], seed: int) -> Pixels:
    """The picture with everything that lies in a region exchanged for noise."""
    other = pixels.copy()
    noise = np.random.default_rng(seed).integers(0, 256, pixels.shape, np.uint8)
    mask = covered_by(regions, pixels)
    other[mask] = noise[mask]
    return other


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("source", SOURCES)
def test_what_is_under_a_cover_has_no_influence_on_any_byte(source: str, style: Style) -> None:
    if source == "heic":
        pytest.importorskip("pillow_heif")
    data = SOURCES[source]()
    pixels = formats.read(data).pixels
    written = formats.write(cover(pixels, REGIONS, style), data).data
    for seed in (1, 2):
        other = with_noise_inside(pixels, REGIONS, seed)
        assert not np.array_equal(other, pixels)
        assert formats.write(cover(other, REGIONS, style), data).data == written
    assert redact(data, REGIONS, style).data == written
    assert formats.leftovers(written) == []


@pytest.mark.parametrize("style", STYLES)
def test_two_files_that_differ_only_under_covers_end_as_the_same_file(style: Style) -> None:
    pixels = np.asarray(scene(SIZE))
    one = saved(Image.fromarray(pixels), "PNG")
    other = saved(Image.fromarray(with_noise_inside(pixels, REGIONS, 3)), "PNG")
    assert one != other
    assert redact(one, REGIONS, style).data == redact(other, REGIONS, style).data


@pytest.mark.parametrize("style", STYLES)
def test_a_face_that_fills_the_photo_is_covered_without_a_pixel_of_it(style: Style) -> None:
    pixels = np.asarray(scene(SIZE))
    covered = cover(pixels, WHOLE, style)
    assert np.array_equal(covered, cover(with_noise_inside(pixels, WHOLE, 4), WHOLE, style))
    assert covered.std() < pixels.std() or style.startswith("sticker")
    assert covered.min() > 0  # painted, not only erased


@pytest.mark.parametrize("style", STYLES)
def test_a_cover_hides_wholly_inside_and_leaves_the_rest_of_the_photo(style: Style) -> None:
    pixels = np.asarray(scene(SIZE))
    region = (Region(120, 90, 60, 80, 15),)
    far = ~covered_by((Region(120, 90, 60 * 2.2, 80 * 2.2, 15),), pixels)
    covered = cover(pixels, region, style)
    assert np.array_equal(covered[far], pixels[far])
    inner = covered_by(region, pixels)
    brighter = cover((pixels // 2 + 100).astype(np.uint8), region, style)
    if style.startswith("sticker"):
        assert np.array_equal(covered[inner], brighter[inner])
    else:
        assert (covered[inner] != pixels[inner]).any(axis=1).mean() > 0.98


def test_a_cover_is_opaque_even_where_its_style_would_not_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def glass(patch: Patch) -> Paint:
        shape = (patch.window.height, patch.window.width)
        return Paint(np.full((*shape, 3), 200, np.uint8), np.zeros(shape, np.uint8))

    monkeypatch.setattr(redaction, "STYLES", {"soft": styles.Style(glass, reach=0.1)})
    pixels = np.asarray(scene(SIZE))
    covered = cover(pixels, REGIONS, "soft")
    mask = covered_by(REGIONS, pixels)
    assert (covered[mask] == 200).all()
    assert np.array_equal(covered[~mask], pixels[~mask])


@pytest.mark.parametrize("style", STYLES)
def test_the_same_photo_and_regions_give_the_same_bytes(style: Style) -> None:
    data = saved(scene(SIZE), "JPEG")
    assert redact(data, REGIONS, style) == redact(data, REGIONS, style)


@pytest.mark.parametrize("style", ["soft", "pixelate", "solid"])
def test_a_cover_on_a_grey_photo_stays_grey(style: Style) -> None:
    data = saved(scene(SIZE).convert("L"), "JPEG")
    assert JpegImageFile(BytesIO(redact(data, REGIONS, style).data)).mode == "L"


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("plugin", ["JPEG", "PNG", "WEBP"])
def test_a_redaction_is_upright_and_its_covers_lie_where_they_were_seen(
    plugin: str, orientation: int
) -> None:
    data = saved(scene(SIZE), plugin, exif=exif(orientation))
    seen = formats.read(data)
    region = Region(seen.width * 0.7, seen.height * 0.3, 40, 40, 0)
    covered = pixels_of(redact(data, [region], "sticker-sun").data)
    assert covered.shape == seen.pixels.shape
    yellow = covered[round(region.cy) - 12, round(region.cx)].astype(int)
    assert yellow[0] > 200
    assert yellow[2] < 140
    far = covered[-20:, :20].astype(int) - seen.pixels[-20:, :20]
    assert np.abs(far).mean() < 12


def test_tables_and_subsampling_are_the_source_s() -> None:
    data = saved(scene(SIZE), "JPEG", quality=83, subsampling=1)
    before, after = (
        JpegImageFile(BytesIO(file)) for file in (data, redact(data, REGIONS, "soft").data)
    )
    assert after.quantization == before.quantization
    assert get_sampling(after) == get_sampling(before)


def test_without_a_region_the_photo_is_only_cleaned() -> None:
    data = saved(scene(SIZE), "JPEG", comment="canary")
    assert redact(data, [], "soft") == formats.clean(data)


def test_a_photo_too_large_to_write_is_covered_as_a_smaller_copy_and_says_so() -> None:
    data = saved(Image.new("L", (10_000, 6_000), 90), "JPEG")
    redaction = redact(data, [Region(5000, 3000, 2000, 2400, 0)], "sticker-heart")
    assert "scaled" in redaction.changes
    photo = formats.read(redaction.data)
    assert 0.99 < photo.width * photo.height / formats.MAX_WRITTEN_PIXELS <= 1
    assert photo.pixels[photo.height // 2, photo.width // 2, 0] > 200
    assert abs(int(photo.pixels[photo.height // 2, photo.width // 5, 0]) - 90) < 3


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, 1e12])
@pytest.mark.parametrize("at", range(5))
def test_numbers_that_are_no_region_are_refused(number: float, at: int) -> None:
    cx, cy, width, height, tilt = (number if at == n else 20.0 for n in range(5))
    with pytest.raises(RegionError) as refusal:
        redact(saved(scene(), "PNG"), [Region(cx, cy, width, height, tilt)], "soft")
    assert refusal.value.code == "bad_region"


@pytest.mark.parametrize("size", [(0, 10), (10, 0), (-5, 10)])
def test_a_region_without_a_size_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(RegionError) as refusal:
        preview(saved(scene(), "PNG"), max_side=64, regions=[Region(5, 5, *size, 0)])
    assert refusal.value.code == "bad_region"


def test_more_regions_than_a_crowd_has_are_refused() -> None:
    data, region = saved(scene(), "PNG"), Region(20, 20, 5, 5, 0)
    assert redact(data, [region] * 64, "solid").data
    with pytest.raises(RegionError) as refusal:
        redact(data, [region] * 65, "solid")
    assert refusal.value.code == "too_many_regions"


@pytest.mark.parametrize("style", STYLES)
def test_a_region_outside_the_photo_changes_nothing(style: Style) -> None:
    pixels = np.asarray(scene(SIZE))
    assert np.array_equal(cover(pixels, [Region(-900, 90, 40, 50, 0)], style), pixels)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("size", [0.1, 1, 3, 12])
def test_the_smallest_faces_are_covered(size: float, style: Style) -> None:
    pixels = np.zeros((40, 40, 3), np.uint8)
    covered = cover(pixels, [Region(20.3, 20.6, size, size * 1.3, 0)], style)
    assert covered[20, 20].max() > 0 or style in ("soft", "pixelate", "solid")
    assert np.array_equal(covered[:5], pixels[:5])


def test_a_preview_is_a_small_jpeg_with_covers_at_their_places() -> None:
    data = saved(Image.new("RGB", (800, 600), "navy"), "PNG")
    region = Region(600, 150, 160, 200, 0)
    plain = pixels_of(preview(data, max_side=200))
    covered = pixels_of(preview(data, max_side=200, regions=[region], style="sticker-sun"))
    assert plain.shape == covered.shape == (150, 200, 3)
    assert covered[30, 150, 0] > 200 > 60 > plain[30, 150, 0]
    assert np.abs(covered[:, :90].astype(int) - plain[:, :90]).max() < 12


def test_cover_leaves_the_picture_that_it_was_given() -> None:
    pixels = np.asarray(scene(SIZE)).copy()
    before = pixels.copy()
    cover(pixels, REGIONS, "soft")
    assert np.array_equal(pixels, before)
