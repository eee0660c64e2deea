"""What the product says of each picture of a data set: its largest face."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..analysis import Analyser, JudgedFace
from ..formats import PhotoError
from ..settings import Settings
from ..verdicts import Verdict
from .dataset import Dataset, Person

BATCH = 64
"""Pictures handed to a process at once."""


@dataclass(frozen=True)
class Prediction:
    """`face` is None where no face was found or the picture could not be read."""

    person: Person
    face: JudgedFace | None

    @property
    def under_13(self) -> float:
        return self.face.age.under_13 if self.face else 0.0

    @property
    def under_18(self) -> float:
        return self.face.age.under_18 if self.face else 0.0

    @property
    def verdict(self) -> Verdict | None:
        return self.face.judgement.verdict if self.face else None


def predict(dataset: Dataset, settings: Settings) -> list[Prediction]:
    """One prediction a person, in the order of the data set; uses every core."""
    batches = [
        dataset.people[start : start + BATCH] for start in range(0, len(dataset.people), BATCH)
    ]
    jobs = (([dataset.picture(person.file) for person in batch]) for batch in batches)
    with ProcessPoolExecutor(os.cpu_count(), initializer=_load, initargs=(settings,)) as processes:
        faces = [face for found in processes.map(_largest_faces, jobs) for face in found]
    return [Prediction(person, face) for person, face in zip(dataset.people, faces, strict=True)]


def write_predictions(predictions: Sequence[Prediction], path: Path) -> None:
    """`file,under_13,under_18,verdict`, empty where no face was found."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["file", "under_13", "under_18", "verdict"])
        table.writerows(_rows(predictions))


def _rows(predictions: Sequence[Prediction]) -> Iterator[Sequence[str]]:
    for prediction in predictions:
        if prediction.face is None:
            yield prediction.person.file, "", "", ""
        else:
            shares = f"{prediction.under_13:.4f}", f"{prediction.under_18:.4f}"
            yield prediction.person.file, *shares, prediction.face.judgement.verdict


_analysers: list[Analyser] = []
"""The one analyser of a worker process, loaded once."""


def _load(settings: Settings) -> None:
    _analysers.append(Analyser(settings))


def _largest_faces(pictures: Sequence[bytes]) -> list[JudgedFace | None]:
    return [_largest_face(_analysers[0], picture) for picture in pictures]


def _largest_face(analyser: Analyser, picture: bytes) -> JudgedFace | None:
    try:
        faces = analyser.analyse(picture, "balanced").faces
    except PhotoError:
        return None
    return max(faces, key=lambda judged: judged.face.box.area, default=None)
