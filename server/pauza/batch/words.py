"""Every sentence of a report and of a run over an album, in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final, Literal

Line = Mapping[str, Any]
"""One file of an album: `file` and its analysis as on the wire, or `file` and its `error`."""

Section = Literal["ask", "failed", "unsure", "calm", "other"]
"""Of a report, in the order of the page."""

Outcome = Literal["covered", "cleaned", "there", "failed"]
"""Of a photo's copy."""

VERDICTS: Final = {
    "child": "A child's face may be visible.",
    "unsure": "Pauza can't tell whether a child's face is visible.",
    "adult": "No child's face was found.",
    "none": "No face was found.",
}
NOT_CHECKED: Final = "Not checked."

WHY: Final = {
    "age": "the age is hard to tell",
    "small": "it is very small",
    "blurred": "it is blurred",
    "turned": "it is turned to the side",
    "disagree": "two estimates of the age differ",
}

HIDDEN: Final = {
    "place": "the place",
    "date": "the date",
    "camera": "the camera",
    "names": "names or a text",
    "thumbnail": "a small second picture",
    "other": "something Pauza does not know",
}

NO_PICTURE: Final = "No picture is shown: not every face in it could be covered."

HEADINGS: Final[Mapping[Section, tuple[str, str]]] = {
    "ask": ("Look at these first", "A child's face may be visible, or nearly so."),
    "failed": ("Not checked", "Nobody has looked at these. Look at them yourself."),
    "unsure": ("Not sure", "Small or doubtful faces. They may be children's."),
    "calm": ("No child's face found", "This can be wrong. A quick look does no harm."),
    "other": ("Not photos", "Files of kinds that Pauza does not check."),
}

FOOT: Final = (
    "The check ran on this computer. Pauza sent no photo anywhere.",
    "Faces in these small pictures are covered; the photos themselves are unchanged.",
    "This page names photos. Keep it as carefully as the photos.",
)


def title(folder: str) -> str:
    return f"Checked before posting: {folder}"


def checked_on(day: date) -> str:
    months = "January February March April May June July August September October November December"
    return f"Checked on {day.day} {months.split()[day.month - 1]} {day.year}."


def summary(sections: Mapping[Section, int], hidden: Mapping[str, int]) -> list[str]:
    """What there is to know, from the numbers of photos by section and by kind of hidden data."""
    checked = sections["ask"] + sections["unsure"] + sections["calm"]
    found = [
        (True, f"Pauza checked {photos(checked)}."),
        (sections["ask"], f"On {sections['ask']}, a child's face may be visible."),
        (checked and not sections["ask"], "It found no reason to ask about any of them."),
        (sections["unsure"], f"On {sections['unsure']}, it is not sure."),
        (sections["failed"], f"{photos(sections['failed'])} could not be checked."),
        (
            sections["other"],
            f"{_many(sections['other'], 'file is no photo', 'files are no photos')}.",
        ),
        (hidden["any"], f"{_many(hidden['any'], 'photo carries', 'photos carry')} hidden data."),
        (hidden["place"], f"{_many(hidden['place'], 'of them tells', 'of them tell')} the place."),
    ]
    return [*(sentence for holds, sentence in found if holds), "The check can be wrong."]


def faces(found: Iterable[Mapping[str, Any]]) -> str:
    """How many faces of each kind; nothing where there is none."""
    counts = Counter(face["verdict"] for face in found)
    parts = [
        (
            counts["child"],
            _many(counts["child"], "face may be a child's", "faces may be children's"),
        ),
        (counts["unsure"], f"{counts['unsure']} unsure"),
        (counts["adult"], f"{_many(counts['adult'], 'looks', 'look')} grown-up"),
    ]
    told = ", ".join(words for count, words in parts if count)
    return f"{told}." if told else ""


def doubts(found: Iterable[Mapping[str, Any]]) -> list[str]:
    """Why faces are unsure: a sentence for each set of reasons, with the number of such faces."""
    reasons = Counter(tuple(face["why"]) for face in found if face["verdict"] == "unsure")
    return [
        f"{_many(count, 'face', 'faces')} unsure: {_listed(WHY.get(why, why) for why in whys)}."
        for whys, count in reasons.items()
        if whys
    ]


def hidden(kinds: Iterable[Mapping[str, Any]]) -> str:
    """What the file carries beside its picture; nothing where it carries nothing."""
    told = _listed(HIDDEN.get(kind["kind"], HIDDEN["other"]) for kind in kinds)
    return f"Hidden in the file: {told}." if told else ""


def progress(done: int, total: int, seconds_each: float) -> str:
    left = round((total - done) * seconds_each)
    time_left = f"{left} s" if left < 90 else f"{round(left / 60)} min"
    return f"{done} of {photos(total)}, about {time_left} left"


def copied(counts: Mapping[Outcome, int], out: str) -> str:
    """The end of `pauza redact` over an album."""
    written = counts["covered"] + counts["cleaned"]
    found = [
        (True, f"{_many(written, 'copy', 'copies')} written to {out}:"),
        (True, f"{counts['covered']} with covered faces, {counts['cleaned']} only cleaned."),
        (counts["there"], f"{_many(counts['there'], 'was', 'were')} there already."),
        (counts["failed"], f"{_many(counts['failed'], 'file has', 'files have')} no copy."),
    ]
    return " ".join(sentence for holds, sentence in found if holds)


def photos(count: int) -> str:
    return _many(count, "photo", "photos")


def shown(name: str) -> str:
    """A file's name for the eye: whatever can't be seen, or turns what follows, shows as a mark."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _listed(parts: Iterable[str]) -> str:
    listed = list(dict.fromkeys(parts))
    return " and ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)
