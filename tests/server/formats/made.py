"""Picture files made at test time: a drawn scene, saved in any way."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from pauza.formats import Pixels

SIZE = (96, 64)


def scene(size: tuple[int, int] = SIZE) -> Image.Image:
    """A picture with gradients, edges and texture; no two quarters are alike."""
    width, height = size
    across = np.linspace(0, 255, width)[None, :].repeat(height, axis=0)
    down = np.linspace(255, 0, height)[:, None].repeat(width, axis=1)
    texture = np.random.default_rng(7).integers(0, 60, (height, width))
    image = Image.fromarray(np.stack([across, down, 90 + texture], axis=-1).astype(np.uint8))
    ImageDraw.Draw(image).ellipse((width // 3, height // 4, width * 2 // 3, height * 3 // 4), "tan")
    return image


def saved(image: Image.Image, plugin: str, **manner: Any) -> bytes:
    file = BytesIO()
    image.save(file, plugin, **manner)
    return file.getvalue()


def pixels_of(data: bytes) -> Pixels:
    """The pixels as a plain viewer decodes them."""
    with Image.open(BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))


def exif(orientation: int) -> Image.Exif:
    tags = Image.Exif()
    tags[0x0112] = orientation
    return tags
