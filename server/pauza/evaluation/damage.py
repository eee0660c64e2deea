"""What happens to photos: turned, dim, blurred, hidden faces, cut frames; made from good ones.

Each damage takes an upright picture and its labelled faces, and returns the picture afterwards and
where a box of the old one lies in the new one (None: no longer in the frame).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from ..faces import Box

Move = Callable[[Box], Box | None]
Scene = tuple[Image.Image, Move]
Damage = Callable[[Image.Image, Sequence[Box]], Scene]

SEED = 20261126
MOSTLY_CUT = 0.4
"""A face of which less is left in the frame is not asked for."""


def unmoved(box: Box) -> Box:
    return box


def turned(quarters: int, image: Image.Image, _faces: Sequence[Box]) -> Scene:
    """By quarter turns anticlockwise."""
    ways = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)
    width, height = image.size

    def move(box: Box) -> Box:
        right, below = width - box.x - box.width, height - box.y - box.height
        return (
            Box(box.y, right, box.height, box.width),
            Box(right, below, box.width, box.height),
            Box(below, box.x, box.height, box.width),
        )[quarters - 1]

    return image.transpose(ways[quarters - 1]), move


def blurred(share: float, image: Image.Image, faces: Sequence[Box]) -> Scene:
    """Each face by a Gaussian of this share of its height."""
    result = image.copy()
    for box in faces:
        area = _area(box, 0.3)
        result.paste(image.crop(area).filter(ImageFilter.GaussianBlur(share * box.height)), area)
    return result, unmoved


def dim(factor: float, image: Image.Image, faces: Sequence[Box]) -> Scene:
    """Darker, with the noise that dark photos have."""
    return noisy(4, ImageEnhance.Brightness(image).enhance(factor), faces)


def noisy(deviation: float, image: Image.Image, _faces: Sequence[Box]) -> Scene:
    random = np.random.default_rng(SEED)
    pixels = np.asarray(image, np.float32)
    noise = random.normal(0, deviation, pixels.shape).astype(np.float32)
    return Image.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8)), unmoved


def squeezed(quality: int, image: Image.Image, _faces: Sequence[Box]) -> Scene:
    """As a JPEG of this quality."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer).convert("RGB"), unmoved


def cut(side: str, image: Image.Image, faces: Sequence[Box]) -> Scene:
    """The frame ends in the middle of the largest face: at its left, right or lower half."""
    if not faces:
        return image, unmoved
    x, y = (round(value) for value in max(faces, key=lambda box: box.area).centre)
    frame = {
        "left": (x, 0, image.width, image.height),
        "right": (0, 0, x, image.height),
        "below": (0, 0, image.width, y),
    }[side]
    visible = Box(*frame[:2], frame[2] - frame[0], frame[3] - frame[1])

    def move(box: Box) -> Box | None:
        if box.shared_area(visible) < MOSTLY_CUT * box.area:
            return None
        inside = _inside(box, visible)
        return Box(inside.x - visible.x, inside.y - visible.y, inside.width, inside.height)

    return image.crop(frame), move


def shrunk(height: float, image: Image.Image, faces: Sequence[Box]) -> Scene:
    """So small that the median face has this height in pixels."""
    if not faces:
        return image, unmoved
    median = float(np.median([box.height for box in faces]))
    return _resized(image, min(1.0, height / median))


def published(image: Image.Image, _faces: Sequence[Box]) -> Scene:
    """Enlarged or reduced to a long side of 2048 px, as the largest sites publish."""
    return _resized(image, 2048 / max(image.size))


def distant(height: float, image: Image.Image, faces: Sequence[Box]) -> Scene:
    """In a corner of a plain ground of 2048 px, the median face at this height."""
    small, move = shrunk(height, image, faces)
    ground = Image.new("RGB", (2048, 1536), (128, 136, 120))
    ground.paste(small, (0, 0))
    return ground, move


def worn(what: str, image: Image.Image, faces: Sequence[Box]) -> Scene:
    """Something drawn over each face: a mask, a hat, a hand, sunglasses or face paint."""
    result = image.copy()
    draw = ImageDraw.Draw(result)
    for box in faces:
        WORN[what](draw, box)
    return result, unmoved


def _mask(draw: ImageDraw.ImageDraw, box: Box) -> None:
    draw.rounded_rectangle(_part(box, 0.08, 0.55, 0.92, 1.0), box.width * 0.2, (120, 170, 200))


def _hat(draw: ImageDraw.ImageDraw, box: Box) -> None:
    draw.ellipse(_part(box, -0.1, -0.35, 1.1, 0.28), (70, 60, 90))


def _hand(draw: ImageDraw.ImageDraw, box: Box) -> None:
    for finger in range(4):
        top = 0.45 + 0.13 * finger
        area = _part(box, 0.45, top, 1.2, top + 0.12)
        draw.rounded_rectangle(area, box.height * 0.06, (205, 160, 130))


def _sunglasses(draw: ImageDraw.ImageDraw, box: Box) -> None:
    for left in (0.12, 0.54):
        draw.ellipse(_part(box, left, 0.28, left + 0.34, 0.5), (15, 15, 20))
    draw.rectangle(_part(box, 0.1, 0.33, 0.9, 0.37), (15, 15, 20))


def _paint(draw: ImageDraw.ImageDraw, box: Box) -> None:
    for colour, x in (((200, 40, 60), 0.15), ((240, 190, 40), 0.42), ((50, 110, 200), 0.7)):
        draw.rounded_rectangle(_part(box, x, 0.5, x + 0.16, 0.85), box.width * 0.05, colour)


WORN: dict[str, Callable[[ImageDraw.ImageDraw, Box], None]] = {
    "mask": _mask,
    "hat": _hat,
    "hand": _hand,
    "sunglasses": _sunglasses,
    "face paint": _paint,
}

DAMAGES: dict[str, Damage] = {
    "none": lambda image, _faces: (image, unmoved),
    "2048 px": published,
    "faces of 48 px": partial(shrunk, 48),
    "faces of 32 px": partial(shrunk, 32),
    "faces of 24 px": partial(shrunk, 24),
    **{f"faces of {side} px in 2048 px": partial(distant, side) for side in (24, 20, 16)},
    "turned by 90": partial(turned, 1),
    "turned by 180": partial(turned, 2),
    "turned by 270": partial(turned, 3),
    **{what: partial(worn, what) for what in WORN},
    "blur of 5 %": partial(blurred, 0.05),
    "blur of 10 %": partial(blurred, 0.10),
    "noise": partial(noisy, 25),
    "dim light": partial(dim, 0.3),
    "very dim light": partial(dim, 0.12),
    "JPEG quality 10": partial(squeezed, 10),
    "cut at the left": partial(cut, "left"),
    "cut at the right": partial(cut, "right"),
    "cut below": partial(cut, "below"),
}


def _area(box: Box, margin: float) -> tuple[int, int, int, int]:
    return (
        round(box.x - margin * box.width),
        round(box.y - margin * box.height),
        round(box.x + (1 + margin) * box.width),
        round(box.y + (1 + margin) * box.height),
    )


def _part(box: Box, x0: float, y0: float, x1: float, y1: float) -> tuple[float, ...]:
    return (
        box.x + x0 * box.width,
        box.y + y0 * box.height,
        box.x + x1 * box.width,
        box.y + y1 * box.height,
    )


def _resized(image: Image.Image, factor: float) -> Scene:
    way = Image.Resampling.BOX if factor < 1 else Image.Resampling.BICUBIC
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))

    def move(box: Box) -> Box:
        return Box(box.x * factor, box.y * factor, box.width * factor, box.height * factor)

    return image.resize(size, way), move


def _inside(box: Box, frame: Box) -> Box:
    left, top = max(box.x, frame.x), max(box.y, frame.y)
    right = min(box.x + box.width, frame.x + frame.width)
    bottom = min(box.y + box.height, frame.y + frame.height)
    return Box(left, top, right - left, bottom - top)
