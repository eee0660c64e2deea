"""`make evaluate-redaction`: proves and measures covers on the shared photos; writes the page."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..settings import CHECKOUT, STYLES, Settings, Style, from_environment
from .redaction_costs import Cost, Size, measure_costs, measure_sizes
from .redaction_coverage import Coverage, measure_coverage
from .redaction_drawings import crowd, sheet
from .redaction_lesson import Lesson, measure_lesson
from .redaction_outside import Rest, measure_outside
from .redaction_peers import COUNT, Measured, measure_peers
from .redaction_photos import shared_photos
from .redaction_proof import Proof, prove, prove_whole_files
from .redaction_words import (
    COSTS,
    COVERAGE,
    LESSON,
    LIMITS,
    LOOKS,
    OUTSIDE,
    PEERS,
    PREAMBLE,
    PROOF,
    SIZES,
)
from .tables import table

_TURNS = ((0, 15), (15, 30), (30, 45), (45, 90))


def main(settings: Settings, docs: Path) -> int:
    if not (settings.shared / "photos").is_dir():
        print(f"The shared photos are not at {settings.shared}. Set PAUZA_SHARED.", file=sys.stderr)  # noqa: T201
        return 1
    sheet().save(docs / "images" / "redaction-styles.webp", quality=90)
    crowd("soft").save(docs / "images" / "redaction-crowd.png", optimize=True)
    photos = shared_photos(settings)
    coverage = measure_coverage(photos, settings)
    sections = [
        PREAMBLE,
        LOOKS,
        PROOF + proof_table(prove(photos), prove_whole_files(photos)),
        COVERAGE + coverage_table(coverage),
        OUTSIDE + outside_table(measure_outside(photos)),
        COSTS + cost_table(measure_costs(photos)),
        SIZES + size_table(measure_sizes(photos)),
        PEERS.format(count=COUNT) + peer_table(measure_peers(photos, settings)),
        LESSON + lesson_table(measure_lesson(photos)),
        LIMITS,
    ]
    (docs / "redaction.md").write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    print("docs/redaction.md is written.")  # noqa: T201
    return 0


def proof_table(proofs: Sequence[Proof], whole: Sequence[Proof]) -> str:
    formats = list(dict.fromkeys(proof.format for proof in proofs))
    rows = []
    for style in STYLES:
        cells = [f"{p.equal} of {p.total}" for p in proofs if p.style == style]
        ends = [f"{p.equal} of {p.total}" for p in whole if p.style == style]
        rows.append([style, *cells, *ends])
    return table(["style", *formats, "two PNG files"], rows)


def coverage_table(coverage: Coverage) -> str:
    rows = []
    for low, high in _TURNS:
        faces = [face for face in coverage.faces if low <= face.yaw < high]
        if faces:
            outside = sum(face.outside for face in faces)
            farthest = max(face.reach for face in faces)
            rows.append([f"{low} to {high}", len(faces), outside, f"{100 * farthest:.0f} %"])
    counted = (
        f"{coverage.labelled} labelled faces, {coverage.found} found, "
        f"{len(coverage.faces)} of these with a mesh."
    )
    worst = max(coverage.neighbours, default=0.0)
    beside = (
        f"Of {len(coverage.neighbours)} pairs of a covered face and another one more than half its "
        f"width away, the most that is covered of the other is {100 * worst:.1f} %."
    )
    head = ["degrees aside", "faces", "points outside", "farthest point"]
    return "\n\n".join([counted, table(head, rows), beside])


def outside_table(rests: Mapping[Style, Sequence[Rest]]) -> str:
    rows = []
    for style, of_style in rests.items():
        worse = [rest.worse for rest in of_style]
        rows.append(
            [
                style,
                f"{statistics.median(rest.saved for rest in of_style):.1f}",
                f"{statistics.median(worse):.2f}",
                f"{max(worse):.2f}",
                f"{sum(value <= 0.5 for value in worse)} of {len(worse)}",
                f"{sum(rest.other for rest in of_style)}",
            ]
        )
    head = [
        "style",
        "saved again, dB",
        "covered, worse by",
        "most",
        "at most 0.5",
        "pixels that differ",
    ]
    return table(head, rows)


def cost_table(costs: Sequence[Cost]) -> str:
    rows = [
        [
            c.process,
            c.style,
            f"{c.usual:.2f}",
            f"{c.large:.2f}",
            f"{c.pillow:.2f}",
            f"{c.usual / c.pillow:.1f}",
        ]
        for c in costs
    ]
    return table(["JPEG", "style", "usual faces", "large faces", "Pillow", "usual to Pillow"], rows)


def size_table(sizes: Sequence[Size]) -> str:
    rows = []
    for size in sizes:
        near = sum(abs(change) <= 0.05 for change in size.small)
        not_more = sum(change <= 0.05 for change in size.faces)
        rows.append(
            [
                size.style,
                f"{100 * statistics.median(size.small):+.1f} %",
                f"{100 * max(size.small):+.1f} %",
                f"{near} of {len(size.small)}",
                f"{100 * statistics.median(size.faces):+.1f} %",
                f"{100 * max(size.faces):+.1f} %",
                f"{not_more} of {len(size.faces)}",
            ]
        )
    head = ["style", "small: median", "most", "within ±5 %", "faces: median", "most", "≤ 5 %"]
    return table(head, rows)


def peer_table(measured: Sequence[Measured]) -> str:
    rows = [
        [m.tool, f"{m.cpu_s:.1f}", f"{100 * m.size:.0f} %", f"{m.outside_db:.1f}", m.hiding]
        for m in measured
    ]
    return table(["", "CPU s", "size", "outside, dB", "with hidden data"], rows)


def lesson_table(lesson: Lesson | None) -> str:
    if lesson is None:
        return "Not measured in this run: the recogniser could not be installed."
    rows = [
        [name, *("-" if share is None else f"{100 * share:.0f} %" for share in shares)]
        for name, shares in lesson.rows
    ]
    said = f"{lesson.people} adults; by chance {100 / lesson.people:.0f} %.\n\n"
    return said + table(["what is left of the face", "clean album", "album filtered alike"], rows)


if __name__ == "__main__":
    sys.exit(main(from_environment(), CHECKOUT / "docs"))
