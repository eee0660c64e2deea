"""The few plots of docs/accuracy.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .predictions import Prediction

INK, ACCENT, QUIET = "#20242c", "#0b6460", "#8a8270"
EDGES = np.linspace(0, 1, 11)


def plot_looks(path: Path, looks: Mapping[str, tuple[float, float]]) -> None:
    """Share of faces found against CPU time a photo, a point for each choice of looks."""
    figure, axes = _axes("CPU time a photo (ratio to the first look)", "faces found, %")
    middle = sum(time for time, _ in looks.values()) / len(looks)
    for name, (time, found) in looks.items():
        whole = name == "all looks"
        axes.scatter(time, 100 * found, color=ACCENT if whole else QUIET)
        side, away = ("right", -6) if time > middle else ("left", 6)
        above = 6 if whole else -3
        axes.annotate(
            name,
            (time, 100 * found),
            (away, above),
            textcoords="offset points",
            fontsize=8,
            horizontalalignment=side,
        )
    axes.margins(y=0.12)
    figure.savefig(path)


def plot_calibration(path: Path, sets: Mapping[str, Sequence[Prediction]]) -> None:
    """Share of faces that are under 13 against the probability that the rule gives them."""
    figure, axes = _axes("probability of being under 13", "are under 13, %")
    axes.plot([0, 1], [0, 100], color=QUIET, linewidth=1, linestyle="dashed")
    for (name, predictions), colour in zip(sets.items(), (ACCENT, INK), strict=False):
        known = [p for p in predictions if p.face and (p.person.ages.child or p.person.ages.adult)]
        said = np.array([p.under_13 for p in known])
        are = np.array([p.person.ages.child for p in known])
        bins = np.digitize(said, EDGES[1:-1])
        used = [index for index in range(10) if np.sum(bins == index) >= 5]
        x = [said[bins == index].mean() for index in used]
        y = [100 * are[bins == index].mean() for index in used]
        axes.plot(x, y, marker="o", color=colour, label=name)
    axes.legend(frameon=False)
    figure.savefig(path)


def plot_ages(path: Path, predictions: Sequence[Prediction]) -> None:
    """The probability of being under 18 of every face against its true age."""
    figure, axes = _axes("true age, years", "probability of being under 18")
    ages = [p.person.ages.low for p in predictions if p.face]
    said = [p.under_18 for p in predictions if p.face]
    axes.scatter(ages, said, s=4, alpha=0.25, color=ACCENT, linewidths=0)
    axes.axvline(18, color=QUIET, linewidth=1, linestyle="dashed")
    figure.savefig(path)


def _axes(x: str, y: str) -> tuple[Figure, Axes]:
    mpl.rcParams["font.size"] = 9
    figure = Figure(figsize=(5.2, 3.2), layout="constrained", dpi=110)
    axes = figure.subplots()
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes
