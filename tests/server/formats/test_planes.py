from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
import simplejpeg
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from formats.made import pixels_of, saved, scene
from pauza import formats
from pauza.formats import planes
from pauza.formats.planes import Layer
from pauza.formats.segments import PROGRESSIVE, segments_of

SIZE = (101, 67)


def source(subsampling: str) -> bytes:
    pixels = np.ascontiguousarray(scene(SIZE))
    data: bytes = simplejpeg.encode_jpeg(pixels, quality=88, colorsubsampling=subsampling)
    return data


@pytest.mark.parametrize("subsampling", ["411", "440"])
def test_a_rare_subsampling_stays_and_so_do_its_tables(subsampling: str) -> None:
    data = source(subsampling)
    pixels = formats.read(data).pixels
    written = formats.write(pixels, data, "display-p3").data
    before, after = JpegImageFile(BytesIO(data)), JpegImageFile(BytesIO(written))
    assert after.layer == before.layer
    assert after.quantization == before.quantization
    assert formats.leftovers(written) == []
    assert formats.read(written, keep_p3=True).space == "display-p3"


@pytest.mark.parametrize("subsampling", ["411", "440"])
def test_rewriting_an_untouched_picture_hardly_changes_it(subsampling: str) -> None:
    data = source(subsampling)
    again = pixels_of(formats.write(formats.read(data).pixels, data).data)
    assert np.abs(again.astype(np.int16) - pixels_of(data)).mean() < 0.5


def test_progressive_stays_progressive() -> None:
    layers = [Layer(1, 1, 2, 0), Layer(2, 1, 1, 1), Layer(3, 1, 1, 1)]

    def coded(plane: Image.Image, _layer: Layer) -> bytes:
        return saved(plane, "JPEG", progressive=True)

    data = planes.written(scene(SIZE), layers, coded)
    written = formats.write(formats.read(data).pixels, data).data
    assert PROGRESSIVE in {segment.marker for segment in segments_of(written)}
    assert JpegImageFile(BytesIO(written)).layer == JpegImageFile(BytesIO(data)).layer
    assert formats.leftovers(written) == []


@pytest.mark.parametrize(
    ("factors", "possible"),
    [([(4, 1), (1, 1), (1, 1)], True), ([(3, 1), (2, 1), (1, 1)], False), ([(1, 1)] * 4, False)],
)
def test_components_must_be_three_and_whole_numbers_of_times_smaller(
    factors: list[tuple[int, int]], possible: bool
) -> None:
    layers = [Layer(number, *factor, 0) for number, factor in enumerate(factors, 1)]
    assert planes.can_be_written(layers) is possible
