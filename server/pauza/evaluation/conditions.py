"""Faces of known age after damage: how far the judgement holds on small or blurred ones."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter

from ..faces import Box
from ..settings import Settings
from .damage import WORN, noisy, squeezed, worn
from .dataset import Dataset, Person
from .predictions import Prediction, predict
from .statistics import area_under_curve, share
from .tables import table

SAMPLE = 360
SEED = 20261126
SIDE = 96
"""Side of a face crop of the sets once its face has a height of about 96 px."""

Change = Callable[[Image.Image], Image.Image]


def shrunk(side: int, image: Image.Image) -> Image.Image:
    return image.resize((side, side), Image.Resampling.BOX)


def blurred(sigma: float, image: Image.Image) -> Image.Image:
    return shrunk(SIDE, image).filter(ImageFilter.GaussianBlur(sigma))


def dimmed(factor: float, image: Image.Image) -> Image.Image:
    return noisy(4, ImageEnhance.Brightness(image).enhance(factor), [])[0]


def dressed(what: str, image: Image.Image) -> Image.Image:
    """Drawn over the middle of the crop, where the face is."""
    width, height = image.size
    return worn(what, image, [Box(0.14 * width, 0.1 * height, 0.72 * width, 0.82 * height)])[0]


CONDITIONS: dict[str, Change] = {
    "none": lambda image: image,
    **{f"{side} px": partial(shrunk, side) for side in (96, 64, 48, 32, 24, 16)},
    **{f"blur of {sigma:g} px at 96 px": partial(blurred, sigma) for sigma in (1.5, 3.0, 6.0)},
    "JPEG quality 10": lambda image: squeezed(10, image, [])[0],
    "dim light": partial(dimmed, 0.3),
    **{what: partial(dressed, what) for what in WORN},
}


def conditions_section(dataset: Dataset, settings: Settings) -> str:
    sample = _sample(dataset.people)
    rows = []
    for name, change in CONDITIONS.items():
        changed = replace(dataset, people=sample, picture=_changed(dataset.picture, change))
        rows.append([name, *conditions_row(predict(changed, settings))])
    head = ["", "found", "AUC", "children called adult", "unsure", "adults called child", "unsure"]
    return table(head, rows)


def _sample(people: Sequence[Person]) -> tuple[Person, ...]:
    """Children and adults of both sets in equal numbers, one a group."""
    random = np.random.default_rng(SEED)
    chosen: dict[str, Person] = {}
    for index in random.permutation(len(people)):
        person = people[index]
        if person.ages.child or person.ages.adult:
            chosen.setdefault(person.group or person.file, person)
    children = [p for p in chosen.values() if p.ages.child][: SAMPLE // 2]
    adults = [p for p in chosen.values() if p.ages.adult][: SAMPLE // 2]
    return (*children, *adults)


def _changed(picture: Callable[[str], bytes], change: Change) -> Callable[[str], bytes]:
    def read(file: str) -> bytes:
        image = Image.open(io.BytesIO(picture(file))).convert("RGB")
        buffer = io.BytesIO()
        change(image).save(buffer, "PNG")
        return buffer.getvalue()

    return read


def conditions_row(predictions: Sequence[Prediction]) -> list[object]:
    """The columns after the name; verdicts and AUC are those of the faces that were found."""
    found = [p for p in predictions if p.face]
    children = [p for p in found if p.person.ages.child]
    adults = [p for p in found if p.person.ages.adult]
    curve = area_under_curve([p.under_13 for p in children], [p.under_13 for p in adults])
    return [
        share([p.face is not None for p in predictions]),
        f"{curve:.3f}" if children and adults else "-",
        share([p.verdict == "adult" for p in children]),
        share([p.verdict == "unsure" for p in children]),
        share([p.verdict == "child" for p in adults]),
        share([p.verdict == "unsure" for p in adults]),
    ]
