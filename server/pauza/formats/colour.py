"""Colour: from whatever a file holds to sRGB or Display P3, 8 bits, no transparency."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image, ImageCms

from .photo import Space
from .profiles import PROFILES

_OURS = {space: ImageCms.ImageCmsProfile(BytesIO(profile)) for space, profile in PROFILES.items()}
_SAME = 3
"""Levels by which a profile may differ from ours and still be called ours; nobody sees them."""


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


@dataclass(frozen=True)
class Colours:
    """What a file's profile means for a picture of some mode."""

    space: Space | None
    """The space of ours that it amounts to; None without a usable profile, which means sRGB."""
    transform: ImageCms.ImageCmsTransform | None = None
    """What brings other colours into sRGB; None where nothing needs to."""

    @property
    def ours(self) -> bool:
        """The picture looks the same with our profile of its space, or with none."""
        return self.transform is None

    def kept(self, *, keep_p3: bool) -> Colours:
        """These colours where Display P3 may stay, else as they become sRGB."""
        if self.space != "display-p3" or keep_p3:
            return self
        return Colours("srgb", _transform("RGB", _OURS["display-p3"], "srgb"))

    def applied(self, image: Image.Image) -> Image.Image:
        """A flat picture in the space of these colours."""
        if self.transform is None:
            return image.convert("RGB")
        return ImageCms.applyTransform(image, self.transform) or image


def colours_of(profile: bytes | None, mode: str) -> Colours:
    """What a profile means; one that is broken or of another mode means nothing."""
    source = _opened(profile) if profile else None
    if source is None:
        return Colours(None)
    to_srgb = _transform(mode, source, "srgb")
    if to_srgb is None:
        return Colours(None)
    if _changes_little(to_srgb, mode):
        return Colours("srgb" if mode == "RGB" else None)
    to_p3 = _transform(mode, source, "display-p3")
    if mode == "RGB" and to_p3 and _changes_little(to_p3, mode):
        return Colours("display-p3")
    return Colours("srgb", to_srgb)


def _opened(profile: bytes) -> ImageCms.ImageCmsProfile | None:
    try:
        return ImageCms.ImageCmsProfile(BytesIO(profile))
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return None


def _transform(
    mode: str, source: ImageCms.ImageCmsProfile, to: Space
) -> ImageCms.ImageCmsTransform | None:
    try:
        return ImageCms.buildTransform(source, _OURS[to], mode, "RGB")
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
