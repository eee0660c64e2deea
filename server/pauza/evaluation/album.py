"""The labelled photos of photos.json: which faces are found, what they are taken for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ..analysis import Analyser, JudgedFace
from ..faces import Box
from ..settings import Settings
from .statistics import Share, share

SAME_FACE = 0.4
"""Overlap from which a found box counts as the labelled face."""

Group = Literal["child", "teen", "adult", "unsure"]


@dataclass(frozen=True)
class LabelledFace:
    photo: str
    group: Group
    found: JudgedFace | None


@dataclass(frozen=True)
class PhotoResult:
    file: str
    nudge: bool
    faces: tuple[LabelledFace, ...]
    false_alarms: int
    """Found faces that are not labelled, to be ignored, painted, of a toy or of an animal."""
    lookalikes: int
    """Painted, toy and animal faces that were found."""


@dataclass(frozen=True)
class AlbumResult:
    photos: tuple[PhotoResult, ...]

    @property
    def faces(self) -> list[LabelledFace]:
        return [face for photo in self.photos for face in photo.faces]

    @property
    def found(self) -> Share:
        return share([face.found is not None for face in self.faces])

    def called(self, group: Group, verdict: str) -> Share:
        """Share of the found faces of a group that get this verdict."""
        judged = [f.found.judgement.verdict for f in self.faces if f.group == group and f.found]
        return share([given == verdict for given in judged])

    @property
    def adults_only_nudged(self) -> Share:
        """Share of the photos with adults alone that nudge."""
        return share([p.nudge for p in self.photos if {f.group for f in p.faces} == {"adult"}])

    @property
    def children_nudged(self) -> Share:
        """Share of the photos with a child's face that nudge."""
        return share([p.nudge for p in self.photos if any(f.group == "child" for f in p.faces)])

    @property
    def false_alarms(self) -> int:
        return sum(photo.false_alarms for photo in self.photos)

    @property
    def lookalikes(self) -> int:
        return sum(photo.lookalikes for photo in self.photos)


def evaluate_album(settings: Settings) -> AlbumResult:
    """Analyses every photo that shared/photos/photos.json labels."""
    folder = settings.shared / "photos"
    entries = json.loads((folder / "photos.json").read_text(encoding="utf-8"))
    analyser = Analyser(settings)
    return AlbumResult(tuple(_result(analyser, folder, entry) for entry in entries))


def _result(analyser: Analyser, folder: Path, entry: dict[str, Any]) -> PhotoResult:
    analysis = analyser.analyse((folder / entry["file"]).read_bytes(), "balanced")
    labelled = tuple(
        LabelledFace(entry["file"], label["group"], _match(_box(label), analysis.faces))
        for label in entry["faces"]
    )
    lookalikes = [_box(label) for label in entry.get("lookalikes", [])]
    ignored = [_box(label) for label in entry.get("ignore", [])]
    matched = [face.found for face in labelled]
    others = [face for face in analysis.faces if face not in matched]
    looks = [face for face in others if _near(face, lookalikes)]
    alarms = [face for face in others if face not in looks and not _near(face, ignored)]
    return PhotoResult(entry["file"], analysis.nudge, labelled, len(alarms), len(looks))


def _box(label: Any) -> Box:
    return Box(*(label["box"] if isinstance(label, dict) else label))


def _match(box: Box, faces: Sequence[JudgedFace]) -> JudgedFace | None:
    best = max(faces, key=lambda judged: judged.face.box.overlap(box), default=None)
    return best if best and best.face.box.overlap(box) >= SAME_FACE else None


def _near(judged: JudgedFace, boxes: Sequence[Box]) -> bool:
    return any(judged.face.box.shared_area(box) > 0 for box in boxes)
