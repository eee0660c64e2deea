"""`make evaluate`: measures on the shared data and writes docs/accuracy.md."""

from __future__ import annotations

import sys
from pathlib import Path

from ..settings import CHECKOUT, Settings, from_environment
from .album import evaluate_album
from .conditions import conditions_section
from .dataset import read_dataset
from .faces_report import album_section, detection_section
from .held_out import held_out_section
from .landmarks import landmarks_section
from .people_report import people_section
from .plots import plot_ages, plot_calibration
from .predictions import Prediction, predict

PREAMBLE = """# How far to trust the judgement

{summary}

This page is written by `make evaluate` from the labelled photos and faces of the developers
(PAUZA_SHARED). Intervals are 95 % Wilson intervals.
"""

FOR_PARENTS = """Pauza finds most faces that a person would notice in a photo.
It can miss a face that is turned away, half hidden, very small or very blurred.
It tells young children from grown-ups well, but not perfectly.
It can't tell whether somebody is 16 or 19. Nobody can from a picture.
When it can't tell, it says "unsure" instead of guessing.
It finds children whom the source labels as Black less often than others: see the table below.
It sometimes takes young adults for minors.
A painting, a doll or a pet can be taken for a face.
When no face is found, that means "no face found", not "safe".
You decide in every case; Pauza only asks."""


def main(settings: Settings, docs: Path) -> int:
    faces = settings.shared / "faces" / "faces.csv"
    if not faces.is_file():
        print(f"The labelled faces are not at {faces}. Set PAUZA_SHARED.", file=sys.stderr)  # noqa: T201
        return 1
    plots = docs / "accuracy"
    plots.mkdir(exist_ok=True)
    dataset = read_dataset(faces)
    predictions = predict(dataset, settings)
    by_source = {source: _from(predictions, source) for source in SOURCES}
    plot_calibration(plots / "calibration.png", by_source)
    plot_ages(plots / "ages.png", by_source["UTKFace"])
    sections = [
        PREAMBLE.format(summary=FOR_PARENTS),
        "## Whole photos\n\n" + album_section(evaluate_album(settings)),
        "## Finding faces\n\n" + detection_section(settings, plots),
        "## Where the eyes are\n\n" + landmarks_section(settings),
        "## Told apart\n\n" + PLOTS_OF_PEOPLE,
        *(_people(by_source[source], source, note) for source, note in SOURCES.items()),
        "## Held out\n\n" + held_out_section(by_source["UTKFace"]),
        "## Faces that are small, blurred or partly hidden\n\n" + CONDITIONS_NOTE,
        conditions_section(dataset, settings),
    ]
    (docs / "accuracy.md").write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    print("docs/accuracy.md is written.")  # noqa: T201
    return 0


CONDITIONS_NOTE = (
    "The same children under 13 and adults of both sets, one picture a person, after each damage."
    " All but the first column is about the faces that were found."
)

PLOTS_OF_PEOPLE = (
    "![Probability of being under 18 against true age, UTKFace](accuracy/ages.png)\n"
    "![Probability of being under 13 against the share that is](accuracy/calibration.png)"
)

SOURCES = {
    "UTKFace": "Exact ages, partly estimated by machine. face-api was trained on most of this set,"
    " so its share of these figures is too good.",
    "FairFace": "Age ranges, street photos. No model here is known to have seen it.",
}


def _from(predictions: list[Prediction], source: str) -> list[Prediction]:
    return [p for p in predictions if p.person.source.startswith(source.lower())]


def _people(chosen: list[Prediction], source: str, note: str) -> str:
    return f"### Faces of known age: {source}\n\n{note}\n\n" + people_section(chosen)


if __name__ == "__main__":
    sys.exit(main(from_environment(), CHECKOUT / "docs"))
