"""From a decoder's picture to an upright sRGB Photo: one path for every format."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import numpy as np
from PIL import Image

from . import colour, exif, xmp
from .colour import Colours
from .limits import Fit, check_size
from .photo import Format, HiddenKind, Photo, PhotoError, Pixels, Space

Image.MAX_IMAGE_PIXELS = None  # limits.py decides, for every format alike

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@contextmanager
def decoding() -> Iterator[None]:
    """Turns whatever a decoder raises into PhotoError("damaged"), and keeps it quiet."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (PhotoError, MemoryError):
        raise
    except Exception as problem:  # noqa: BLE001 - decoders raise anything at all
        raise PhotoError("damaged", type(problem).__name__) from None


def open_picture(data: bytes, plugin: str, frame: int = 0) -> Image.Image:
    """One frame of a file by one of Pillow's decoders, within the limits, not yet decoded."""
    image = Image.open(BytesIO(data), formats=[plugin])
    check_size(*image.size)
    if frame:
        image.seek(frame)
        check_size(*image.size)  # a frame may enlarge the canvas
    return image


def read_picture(data: bytes, plugin: str, format_: Format, fit: Fit, frame: int) -> Photo:
    """A Photo by one of Pillow's decoders."""
    image = open_picture(data, plugin, frame)
    image.load()  # a PNG may tell its orientation and profile after its pixels
    width, height = image.size
    turn = exif.orientation(image.info.get("exif"))
    frames = getattr(image, "n_frames", 1)
    profile = image.info.get("icc_profile")
    image = colour.flat(image)
    colours = colour.colours_of(profile, image.mode).kept(keep_p3=fit.keep_p3)
    pixels = upright(image, turn, colours, fit.size(width, height))
    return photo_of(pixels, width, height, turn, format_, frames, colours.space)


def upright(image: Image.Image, turn: int, colours: Colours, size: tuple[int, int]) -> Pixels:
    """Pixels of a flat picture: of the wanted (stored) size, in its colours, turned once."""
    if image.size != size:
        image = image.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    image = colours.applied(image)
    if turn in _TURNS:
        image = image.transpose(_TURNS[turn])
    return np.asarray(image)


def photo_of(
    pixels: Pixels,
    width: int,
    height: int,
    turn: int,
    format_: Format,
    frames: int,
    space: Space | None,
) -> Photo:
    """A Photo from upright pixels and the stored width and height."""
    if turn >= 5:
        width, height = height, width
    return Photo(pixels, width, height, format_, frames, space)


def is_grey(pixels: Pixels) -> bool:
    """Whether the picture could be stored in one channel."""
    red, green, blue = (pixels[:, :, channel] for channel in range(3))
    return bool(np.array_equal(red, green) and np.array_equal(green, blue))


def hidden_in_picture(image: Image.Image) -> Iterator[HiddenKind]:
    """What the blocks tell that one of Pillow's decoders has found in a file."""
    yield from exif.hidden(image.info.get("exif"))
    if packet := image.info.get("xmp"):
        yield from xmp.hidden(packet)
