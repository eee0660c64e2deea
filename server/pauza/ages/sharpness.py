"""How sharp a face is: the age nets answer confidently on a blur in which nobody could tell."""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..formats.photo import Pixels

SIDE = 96


def sharpness(chip: Pixels) -> float:
    """Strength of fine detail against overall contrast in a face chip; about 0 to 1.

    Standard deviation of the Laplacian over that of the picture itself, on the chip at 96 px, so
    that neither light nor size of the photo moves it.
    """
    small = Image.fromarray(chip).convert("L").resize((SIDE, SIDE), Image.Resampling.BOX)
    grey = np.asarray(small, dtype=np.float32)
    inner = grey[1:-1, 1:-1]
    around = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:]
    return float(np.std(around - 4 * inner) / (np.std(inner) + 1.0))
