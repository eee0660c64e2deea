"""Colour: from whatever a file holds to sRGB, 8 bits a channel, no transparency."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from PIL import Image, ImageCms

_SRGB = ImageCms.createProfile("sRGB")
_SAME = 3
"""Levels by which a profile may differ from sRGB and still be called sRGB; nobody sees them."""


def flat(image: Image.Image) -> Image.Image:
    """The picture in mode L, RGB or CMYK; what is transparent lies on white."""
    if image.mode.startswith("I"):  # convert() would clip 16 bits to white
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.has_transparency_data:
        over = image.convert("RGBA")
        ground = Image.new("RGB", image.size, "white")
        ground.paste(over, mask=over)
        return ground
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A flat picture in sRGB; a profile that is broken or of another mode is ignored."""
    transform = _transform(image.mode, profile) if profile else None
    if transform is None or _changes_little(transform, image.mode):
        return image.convert("RGB")
    return ImageCms.applyTransform(image, transform) or image


def is_srgb(profile: bytes | None, mode: str) -> bool:
    """Whether a picture of this mode looks the same without the profile."""
    transform = _transform(mode, profile) if profile else None
    return transform is None or _changes_little(transform, mode)


def _transform(mode: str, profile: bytes) -> ImageCms.ImageCmsTransform | None:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.buildTransform(source, _SRGB, mode, "RGB")
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return None


def _changes_little(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Asks the profile itself with a few colours: names of profiles say too little."""
    if mode == "CMYK":
        return False
    steps = np.linspace(0, 255, 6).astype(np.uint8)
    cube = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(6, 36, 3)
    probe = Image.fromarray(cube) if mode == "RGB" else Image.fromarray(steps[None, :])
    seen = np.asarray(ImageCms.applyTransform(probe, transform), np.int16)
    return bool(np.abs(seen - np.asarray(probe.convert("RGB"), np.int16)).max() <= _SAME)
