"""The part of docs/accuracy.md that says how well faces are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..settings import Settings
from ..weights import verified
from .album import AlbumResult, Group
from .damage import DAMAGES
from .detection import Finder, Labelled, Outcome, finders, outcome, read_labelled
from .plots import plot_looks
from .tables import table

HEIGHTS = ((0, 24), (24, 48), (48, 96), (96, 4096))
SHOWN = ("YuNet 640 alone", "CenterFace 640 alone", "all looks")
HARD = (
    "none",
    "2048 px",
    "faces of 24 px in 2048 px",
    "turned by 180",
    "turned by 270",
    "very dim light",
)
"""The damages that the looks are for."""


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


def detection_section(settings: Settings, plots: Path) -> str:
    photos = read_labelled(settings.shared / "photos")
    available = finders(verified(settings))
    shown = {name: available[name] for name in SHOWN}
    damaged = {name: _outcomes(shown, photos, name) for name in DAMAGES}
    looks = {
        name: [outcome(finder, photos, damage) for damage in HARD]
        for name, finder in available.items()
        if not name.endswith("alone")
    }
    unit = looks["first look only"][0].seconds
    hardest = {name: _together(outcomes) for name, outcomes in looks.items()}
    points = {name: (looks[name][0].seconds / unit, found) for name, found in hardest.items()}
    plot_looks(plots / "looks.png", points)
    return "\n\n".join(
        [
            "Found faces after what happens to photos; in brackets the false alarms.\n\n"
            + _by_damage(damaged),
            "Found faces by their height in the photo (at most 2048 px):\n\n"
            + _by_height(damaged["none"]),
            "What each further look gives, and its CPU time a photo (ratio to the first look; one"
            " thread):\n\n"
            + _by_look(looks)
            + "\n\n![Faces found in all of these together, against time](accuracy/looks.png)",
        ]
    )


def _outcomes(
    chosen: Mapping[str, Finder], photos: list[Labelled], damage: str
) -> dict[str, Outcome]:
    return {name: outcome(finder, photos, damage) for name, finder in chosen.items()}


def _by_damage(damaged: Mapping[str, Mapping[str, Outcome]]) -> str:
    rows = [
        [damage, *(f"{found.found} ({found.false_alarms})" for found in outcomes.values())]
        for damage, outcomes in damaged.items()
    ]
    return table(["", *SHOWN], rows)


def _by_height(outcomes: Mapping[str, Outcome]) -> str:
    rows = [
        [f"{low} to {high} px", *(found.found_between(low, high) for found in outcomes.values())]
        for low, high in HEIGHTS
    ]
    return table(["", *SHOWN], rows)


def _by_look(looks: Mapping[str, Sequence[Outcome]]) -> str:
    unit = looks["first look only"][0].seconds
    rows = [
        [
            name,
            *(f"{100 * found.found.value:.0f} % ({found.false_alarms})" for found in outcomes),
            f"{outcomes[0].seconds / unit:.1f}",
        ]
        for name, outcomes in looks.items()
    ]
    return table(["", *HARD, "time"], rows)


def _together(outcomes: Sequence[Outcome]) -> float:
    return sum(o.found.hits for o in outcomes) / sum(o.found.total for o in outcomes)
