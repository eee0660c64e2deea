"""The part of docs/accuracy.md that says how well children are told from adults."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ..ages import Age
from ..verdicts import nudges
from .dataset import Person
from .predictions import Prediction
from .statistics import Share, area_under_curve, calibration_error, recall_at, share
from .tables import table

Score = Callable[[Age], float]

SCORES: dict[str, Score] = {
    "the rule": lambda age: age.under_13,
    "faceres alone": lambda age: age.faceres_under_13,
    "face-api alone": lambda age: -age.face_api_years,
    "mean of both years": lambda age: -(age.faceres_years + age.face_api_years),
}
LIMITS: dict[int, Score] = {13: lambda age: age.under_13, 18: lambda age: age.under_18}
NOT_FOUND = -1e9
GROUPS = (1, 2, 3, 5, 8)
DRAWS = 2000
SEED = 20261126
VERDICTS = ("child", "unsure", "adult")


def people_section(predictions: Sequence[Prediction]) -> str:
    found = [prediction for prediction in predictions if prediction.face]
    parts = [
        f"{len(predictions)} faces; {share([p.face is not None for p in predictions])} found.",
        "Told apart by the probability that the rule gives (share of the young found at 2, 5 and"
        " 10 % false alarms; a face that was not found counts as an adult's):\n\n"
        + _separation(predictions),
        "The rule beside each net alone, under 13 against 18 and over:\n\n" + _singles(predictions),
        "What a face of each age is called, and how many nudge alone in their photo:\n\n"
        + _by_age(predictions),
        "By label of the source (see SOURCES of the data; labels are not what people say):\n\n"
        + _by_label(predictions),
        "Who is behind each verdict, in the made age mix of this set:\n\n" + _meaning(predictions),
        "Is a probability what it says? Faces by the probability of being under 13, and how many"
        " are:\n\n" + _calibration(found),
        "Photos of adults alone that nudge, by number of faces (drawn by chance from the adults"
        f" of this set, {DRAWS} photos each):\n\n" + _adults_only(found),
    ]
    return "\n\n".join(parts)


def _age(prediction: Prediction) -> Age:
    assert prediction.face
    return prediction.face.age


def _scores(score: Score, predictions: Sequence[Prediction]) -> list[float]:
    """Who was not found comes last: no false alarm, but no child found either."""
    return [score(p.face.age) if p.face else NOT_FOUND for p in predictions]


def _limits(predictions: Sequence[Prediction]) -> dict[int, Score]:
    """The limits that the set can tell about: 18 needs people who are surely of 13 to 17."""
    teens = any(p.person.ages.low >= 13 and p.person.ages.minor for p in predictions)
    return LIMITS if teens else {13: LIMITS[13]}


def _separation(predictions: Sequence[Prediction]) -> str:
    rows = []
    for limit, score in _limits(predictions).items():
        for grown in (18, 25):
            young = _scores(score, [p for p in predictions if p.person.ages.high < limit])
            adults = _scores(score, [p for p in predictions if p.person.ages.low >= grown])
            rows.append([f"under {limit} against {grown}+", *_figures(young, adults)])
    return table(["", "young", "adult", "AUC", "at 2 %", "at 5 %", "at 10 %"], rows)


def _singles(predictions: Sequence[Prediction]) -> str:
    rows = []
    for name, score in SCORES.items():
        young = _scores(score, [p for p in predictions if p.person.ages.child])
        adults = _scores(score, [p for p in predictions if p.person.ages.adult])
        rows.append([name, *_figures(young, adults)[2:]])
    return table(["", "AUC", "at 2 %", "at 5 %", "at 10 %"], rows)


def _figures(young: Sequence[float], adults: Sequence[float]) -> list[object]:
    recalls = [f"{100 * recall_at(young, adults, rate):.0f} %" for rate in (0.02, 0.05, 0.1)]
    return [len(young), len(adults), f"{area_under_curve(young, adults):.3f}", *recalls]


def _by_age(predictions: Sequence[Prediction]) -> str:
    rows = []
    for low, high in _bands(predictions):
        inside = [p for p in predictions if low <= p.person.ages.low and p.person.ages.high <= high]
        name = f"{low} to {high}" if high < 120 else f"{low} and over"
        rows.append([name, len(inside), *_called(inside), _nudging(inside)])
    return table(["age", "faces", *VERDICTS, "nudges"], rows)


def _bands(predictions: Sequence[Prediction]) -> list[tuple[int, int]]:
    """The ranges of the labels themselves, or the usual ones where ages are exact."""
    ranges = {(p.person.ages.low, p.person.ages.high) for p in predictions}
    if any(low != high for low, high in ranges):
        return sorted(ranges)
    exact = [(0, 2), (3, 6), (7, 9), (10, 12), (13, 15), (16, 17), (18, 24), (25, 39), (40, 120)]
    lows = {low for low, _ in ranges}
    return [band for band in exact if any(band[0] <= low <= band[1] for low in lows)]


def _called(predictions: Sequence[Prediction]) -> list[Share]:
    return [share([p.verdict == verdict for p in predictions]) for verdict in VERDICTS]


def _nudging(predictions: Sequence[Prediction]) -> Share:
    return share([_nudge([p]) for p in predictions])


def _nudge(photo: Sequence[Prediction]) -> bool:
    return nudges([(p.face.judgement, p.face.age) for p in photo if p.face], "balanced")


def _by_label(predictions: Sequence[Prediction]) -> str:
    labels: list[Callable[[Person], str]] = [lambda p: p.gender, lambda p: p.race]
    groups = {
        name: [p for p in predictions if label(p.person) == name]
        for label in labels
        for name in sorted({label(p.person) for p in predictions} - {""})
    }
    worst_first = sorted(groups.items(), key=lambda pair: _nudging(_children(pair[1])).value)
    rows = [_row_of_label(name, group) for name, group in [("all", predictions), *worst_first]]
    head = ["label", "children", "nudge", "called adult or not found", "adults", "nudge"]
    return table(head, rows) + "\n\nThe worst-served label stands first."


def _row_of_label(name: str, group: Sequence[Prediction]) -> list[object]:
    children, adults = _children(group), [p for p in group if p.person.ages.adult]
    missed = share([p.verdict in ("adult", None) for p in children])
    return [name, len(children), _nudging(children), missed, len(adults), _nudging(adults)]


def _children(group: Sequence[Prediction]) -> list[Prediction]:
    return [p for p in group if p.person.ages.child]


def _meaning(predictions: Sequence[Prediction]) -> str:
    rows = []
    for verdict in VERDICTS:
        behind = [p.person.ages for p in predictions if p.verdict == verdict]
        children = share([ages.child for ages in behind])
        others = share([not ages.child and not ages.adult for ages in behind])
        adults = share([ages.adult for ages in behind])
        rows.append([verdict, len(behind), children, others, adults])
    between = sorted(
        {p.person.ages for p in predictions if not p.person.ages.child and not p.person.ages.adult},
        key=lambda ages: ages.low,
    )
    name = f"{between[0].low} to {between[-1].high}" if between else "between"
    return table(["verdict", "faces", "under 13", name, "18 and over"], rows)


def _calibration(found: Sequence[Prediction]) -> str:
    known = [p for p in found if p.person.ages.child or p.person.ages.low >= 13]
    rows = []
    for low in (0.0, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9):
        high = {0.0: 0.1, 0.1: 0.2, 0.8: 0.9, 0.9: 1.01}.get(low, low + 0.2)
        inside = [p for p in known if low <= _age(p).under_13 < high]
        said = np.mean([_age(p).under_13 for p in inside]) if inside else float("nan")
        are = share([p.person.ages.child for p in inside])
        rows.append([f"{low:.1f} to {min(high, 1):.1f}", len(inside), f"{100 * said:.0f} %", are])
    errors = [
        f"{calibration_error(*said_and_are(found, limit)):.3f} for under {limit}"
        for limit in _limits(found)
    ]
    return (
        table(["probability", "faces", "mean", "are under 13"], rows)
        + f"\n\nExpected calibration error (ten steps): {', '.join(errors)}."
    )


def said_and_are(found: Sequence[Prediction], limit: int) -> tuple[list[float], list[bool]]:
    """Probabilities, and whether it is so, of those of whom it is known."""
    ages = [(LIMITS[limit](_age(p)), p.person.ages) for p in found]
    known = [(said, a.high < limit) for said, a in ages if a.high < limit or a.low >= limit]
    return [said for said, _ in known], [are for _, are in known]


def _adults_only(found: Sequence[Prediction]) -> str:
    random = np.random.default_rng(SEED)
    adults = [p for p in found if p.person.ages.adult]
    rows = []
    for size in (size for size in GROUPS if size <= len(adults)):
        photos = [random.choice(len(adults), size, replace=False) for _ in range(DRAWS)]
        asked = share([_nudge([adults[index] for index in photo]) for photo in photos])
        rows.append([size, asked])
    return table(["faces", "nudge"], rows)
