"""docs/accuracy.md: the figures of one evaluation as pages of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .album import AlbumResult, Group
from .dataset import Person
from .predictions import Prediction
from .statistics import Share, area_under_curve, recall_at, share

Row = Sequence[object]
Chosen = Callable[[Person], bool]

BANDS = ((0, 2), (3, 6), (7, 9), (10, 12), (13, 15), (16, 17), (18, 24), (25, 39), (40, 120))


def table(head: Row, rows: Iterable[Row]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def album_section(album: AlbumResult) -> str:
    verdicts = ("child", "unsure", "adult")
    groups: tuple[Group, ...] = ("child", "adult", "unsure")
    summary = [
        ["labelled faces found (overlap 0.4 or more)", album.found],
        ["false alarms in all photos", album.false_alarms],
        ["painted, toy and animal faces taken for faces", album.lookalikes],
        ["photos with a child that nudge", album.children_nudged],
        ["photos with adults alone that nudge", album.adults_only_nudged],
    ]
    called = [[group, *(album.called(group, verdict) for verdict in verdicts)] for group in groups]
    return (
        f"{len(album.photos)} photos.\n\n{table(['', 'figure'], summary)}\n\n"
        f"What a found face is called:\n\n{table(['labelled as', *verdicts], called)}"
    )


def people_section(predictions: Sequence[Prediction]) -> str:
    return "\n\n".join(
        [
            f"{len(predictions)} faces; {_found(predictions)} found.",
            "How well children are told from adults:\n\n" + _separation(predictions),
            "What a face of each age is called:\n\n" + _by_band(predictions),
            "Children under 13 called `adult`, and adults called `child`, by label of the source:"
            "\n\n" + _by_label(predictions),
            "Who is behind each verdict (in the made age mix of this set):\n\n"
            + _meaning(predictions),
        ]
    )


def _found(predictions: Sequence[Prediction]) -> Share:
    return share([prediction.face is not None for prediction in predictions])


def _separation(predictions: Sequence[Prediction]) -> str:
    pairs: list[tuple[str, Chosen, Chosen, Callable[[Prediction], float]]] = [
        ("under 13", lambda p: p.ages.child, lambda p: p.ages.low >= 18, lambda p: p.under_13),
        ("under 13", lambda p: p.ages.child, lambda p: p.ages.low >= 25, lambda p: p.under_13),
        ("under 18", lambda p: p.ages.minor, lambda p: p.ages.low >= 18, lambda p: p.under_18),
        ("under 18", lambda p: p.ages.minor, lambda p: p.ages.low >= 25, lambda p: p.under_18),
    ]
    against = ("18+", "25+", "18+", "25+")
    rows = []
    for (name, young, old, score), adults in zip(pairs, against, strict=True):
        minors = [score(p) for p in predictions if young(p.person)]
        grown = [score(p) for p in predictions if old(p.person)]
        recalls = [f"{100 * recall_at(minors, grown, rate):.0f} %" for rate in (0.02, 0.05, 0.1)]
        curve = f"{area_under_curve(minors, grown):.3f}"
        rows.append([f"{name} against {adults}", len(minors), len(grown), curve, *recalls])
    head = ["", "young", "adult", "AUC", "found at 2 % false alarms", "at 5 %", "at 10 %"]
    return table(head, rows)


def _by_band(predictions: Sequence[Prediction]) -> str:
    rows = []
    for low, high in BANDS:
        inside = [p for p in predictions if low <= p.person.ages.low and p.person.ages.high <= high]
        if inside:
            name = f"{low}-{high}" if high < 120 else f"{low}+"
            rows.append([name, len(inside), *_called(inside)])
    return table(["age", "faces", "child", "unsure", "adult"], rows)


def _called(predictions: Sequence[Prediction]) -> list[Share]:
    return [
        share([prediction.verdict == verdict for prediction in predictions])
        for verdict in ("child", "unsure", "adult")
    ]


def _by_label(predictions: Sequence[Prediction]) -> str:
    rows = []
    labels: list[Callable[[Person], str]] = [lambda p: p.gender, lambda p: p.race]
    for label in labels:
        for name in sorted({label(p.person) for p in predictions} - {""}):
            group = [p for p in predictions if label(p.person) == name]
            children = [p.verdict in ("adult", None) for p in group if p.person.ages.child]
            adults = [p.verdict == "child" for p in group if p.person.ages.adult]
            rows.append([name, len(children), share(children), len(adults), share(adults)])
    head = ["label", "children", "called adult or not found", "adults", "called child"]
    return table(head, rows)


def _meaning(predictions: Sequence[Prediction]) -> str:
    rows = []
    for verdict in ("child", "unsure", "adult"):
        behind = [p.person.ages for p in predictions if p.verdict == verdict]
        teens = [not ages.child and ages.minor for ages in behind]
        children = [ages.child for ages in behind]
        adults = [ages.adult for ages in behind]
        rows.append([verdict, len(behind), share(children), share(teens), share(adults)])
    return table(["verdict", "faces", "under 13", "13 to 17", "18 and over"], rows)
