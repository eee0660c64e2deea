"""Every sentence of a report and of a run over an album, in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal, get_args

Line = Mapping[str, Any]
"""One file of an album: `file` and its analysis as on the wire, or `file` and its `error`."""

Section = Literal["ask", "failed", "other", "unsure", "calm"]
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
    "thumbnail": "a small copy of the picture",
    "pictures": "further pictures",
    "depth": "how far away things are",
    "people": "marked people",
    "other": "other data",
}

CHANGED: Final = {
    "scaled": "fewer pixels",
    "still": "a still picture",
    "eight-bit": "fewer shades of colour",
    "coded-anew": "coded anew",
}

NO_PICTURE: Final = "No picture is shown: not every face in it could be covered."

HEADINGS: Final[Mapping[Section, tuple[str, str]]] = {
    "ask": ("Look at these first", "A child's face may be visible."),
    "failed": ("Not checked", "Nobody has looked at these. Look at them yourself."),
    "other": (
        "Could not be checked",
        "Files of kinds that Pauza can't read. Look at them yourself.",
    ),
    "unsure": ("Not sure", "Small or doubtful faces. They may be children's."),
    "calm": ("No child's face found", "This can be wrong. A quick look does no harm."),
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
    ask, unsure = sections["ask"], sections["unsure"]
    checked = ask + unsure + sections["calm"]
    paragraphs = [
        _joined(
            f"Pauza checked {photos(checked)}.",
            _some(ask, "of them may show a child's face. Look before you post."),
            "" if ask else "None of them gave a reason to ask you.",
            _some(unsure, "leaves Pauza unsure.", "leave Pauza unsure."),
        ),
        _joined(
            _some(
                sections["failed"], "photo could not be checked.", "photos could not be checked."
            ),
            _some(
                sections["other"],
                "file is of a kind that Pauza can't check.",
                "files are of kinds that Pauza can't check.",
            ),
        ),
        _joined(
            _some(hidden["any"], "photo carries hidden data.", "photos carry hidden data."),
            _some(hidden["place"], "of them tells the place.", "of them tell the place."),
        ),
        "The check can be wrong.",
    ]
    return [paragraph for paragraph in paragraphs if paragraph]


def verdict(line: Line) -> str:
    return NOT_CHECKED if "error" in line else VERDICTS[line["verdict"]]


def told(line: Line) -> list[str]:
    """What else there is to say of a file: its faces and hidden data, or why it has no verdict."""
    if error := line.get("error"):
        return [shown(error["detail"])]
    hiding = hidden(line["hidden"])
    return [*faces(line["faces"]), *([hiding] if hiding else [])]


def faces(found: Sequence[Mapping[str, Any]]) -> list[str]:
    """How many faces there are of each kind, and why some are unsure."""
    counts = Counter(face["verdict"] for face in found)
    reasons = Counter(tuple(face["why"]) for face in found if face["verdict"] == "unsure")
    told = [
        _some(counts["child"], "face may be a child's.", "faces may be children's."),
        *(
            f"{_many(count, 'face is', 'faces are')} unsure: {_listed(map(_why, whys))}."
            for whys, count in reasons.items()
        ),
        _some(counts["adult"], "face looks grown-up.", "faces look grown-up."),
    ]
    return [sentence for sentence in told if sentence]


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
    covered, cleaned, there, failed = (counts[outcome] for outcome in get_args(Outcome))
    return _joined(
        f"{_many(covered + cleaned, 'copy', 'copies')} written to {out}:",
        f"{covered} with covered faces, {cleaned} only cleaned.",
        _some(there, "was there already.", "were there already."),
        _some(failed, "file has no copy.", "files have no copy."),
    )


def not_copied(name: str, detail: str) -> str:
    return f"{shown(name)}: no copy written. {shown(detail)}"


def made(covered: int, changes: Sequence[str]) -> str:
    """What a copy is: how many faces are covered in it, and what else was lost."""
    parts = [f"{covered or 'no'} face{'' if covered == 1 else 's'} covered"]
    return ", ".join(parts + [CHANGED.get(change, change) for change in changes])


def photos(count: int) -> str:
    return _many(count, "photo", "photos")


def shown(name: str) -> str:
    """A file's name for the eye: whatever can't be seen, or turns what follows, shows as a mark."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _some(count: int, one: str, more: str | None = None) -> str:
    """A sentence about so many; nothing where there are none."""
    return _many(count, one, more or one) if count else ""


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _why(why: str) -> str:
    return WHY.get(why, why)


def _listed(parts: Iterable[str]) -> str:
    listed = list(dict.fromkeys(parts))
    return " and ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)
