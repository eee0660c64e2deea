"""The part of docs/accuracy.md that says how well faces are found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..settings import Settings
from .album import AlbumResult, Group
from .damage import DAMAGES
from .detection import LOOK_BY_LOOK, Outcome, outcomes
from .plots import plot_looks
from .statistics import Share
from .tables import table

HEIGHTS = ((0, 24), (24, 48), (48, 96), (96, 4096))
SHOWN = ("YuNet 640 alone", "CenterFace 640 alone", "all looks")
DISTANT = tuple(f"faces of {side} px in 2048 px" for side in (24, 20, 16))
OWN_HEIGHTS = ((8, 14), (14, 18), (18, 22), (22, 26), (26, 60))
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
    called = [_called(album, group, verdicts) for group in groups]
    return (
        f"{len(album.photos)} photos with {len(album.faces)} labelled faces.\n\n"
        f"{table(['', 'figure'], summary)}\n\n"
        f"What a found face is called:\n\n{table(['labelled as', 'found', *verdicts], called)}"
    )


def _called(album: AlbumResult, group: Group, verdicts: Sequence[str]) -> list[object]:
    shares = [album.called(group, verdict) for verdict in verdicts]
    return [group, shares[0].total, *shares]


def detection_section(settings: Settings, plots: Path) -> str:
    by_damage = [(name, damage) for damage in DAMAGES for name in SHOWN]
    by_look = [(name, damage) for name in LOOK_BY_LOOK for damage in HARD]
    done = outcomes([*by_damage, *by_look], settings)
    damaged = {damage: {name: done[name, damage] for name in SHOWN} for damage in DAMAGES}
    looks = {name: [done[name, damage] for damage in HARD] for name in LOOK_BY_LOOK}
    unit = looks["first look only"][0].seconds
    hardest = {name: _together(outcomes) for name, outcomes in looks.items()}
    points = {name: (looks[name][0].seconds / unit, found) for name, found in hardest.items()}
    plot_looks(plots / "looks.png", points)
    return "\n\n".join(
        [
            "Found faces after what happens to photos; in brackets the false alarms.\n\n"
            + _by_damage(damaged),
            "Found faces by their height in the photo (at most 2048 px):\n\n"
            + _by_height([damaged["none"]], HEIGHTS),
            "Faces far away, by their own height in a photo of 2048 px (the three sets above"
            " together, in which the median face has the height that the name says):\n\n"
            + _by_height([damaged[name] for name in DISTANT], OWN_HEIGHTS),
            "What each further look gives, and its CPU time a photo (ratio to the first look; one"
            " thread):\n\n"
            + _by_look(looks)
            + "\n\n![Faces found in all of these together, against time](accuracy/looks.png)",
        ]
    )


def _by_damage(damaged: Mapping[str, Mapping[str, Outcome]]) -> str:
    rows = [
        [damage, *(f"{found.found} ({found.false_alarms})" for found in outcomes.values())]
        for damage, outcomes in damaged.items()
    ]
    return table(["", *SHOWN], rows)


def _by_height(
    sets: Sequence[Mapping[str, Outcome]], heights: Sequence[tuple[float, float]]
) -> str:
    rows = []
    for low, high in heights:
        found = [
            _sum(outcomes[name].found_between(low, high) for outcomes in sets) for name in SHOWN
        ]
        rows.append([f"{low} to {high} px", found[0].total, *found])
    return table(["", "faces", *SHOWN], rows)


def _sum(shares: Iterable[Share]) -> Share:
    counted = list(shares)
    return Share(sum(s.hits for s in counted), sum(s.total for s in counted))


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
