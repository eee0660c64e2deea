from collections import Counter
from typing import Any, get_args

import pytest

from pauza.batch import words
from pauza.batch.words import Outcome, Section
from pauza.formats import HiddenKind
from pauza.verdicts import PhotoVerdict, Why


def test_everything_that_an_analysis_may_say_has_its_words() -> None:
    assert set(words.HIDDEN) == set(get_args(HiddenKind))
    assert set(words.WHY) == set(get_args(Why))
    assert set(words.VERDICTS) == set(get_args(PhotoVerdict))
    assert set(words.HEADINGS) == set(get_args(Section))


def faces(*found: tuple[str, list[str]]) -> list[dict[str, Any]]:
    return [{"verdict": verdict, "why": why} for verdict, why in found]


def test_faces_are_counted_and_doubts_explained() -> None:
    told = words.faces(
        faces(
            ("child", []),
            ("child", ["turned"]),
            ("unsure", ["age", "small"]),
            ("unsure", ["blurred"]),
            ("unsure", ["age", "small"]),
            ("adult", []),
        )
    )
    assert told == [
        "2 faces may be children's.",
        "2 faces are unsure: the age is hard to tell and it is very small.",
        "1 face is unsure: it is blurred.",
        "1 face looks grown-up.",
    ]


def test_without_a_face_nothing_is_said_of_faces() -> None:
    assert words.faces([]) == []


def test_hidden_data_is_named_once_each() -> None:
    kinds = [{"kind": kind} for kind in ("place", "date", "something new", "other")]
    assert words.hidden(kinds) == "Hidden in the file: the place, the date and other data."
    assert words.hidden([]) == ""


def summary(hidden: dict[str, int] | None = None, **sections: int) -> list[str]:
    return words.summary(Counter[Section](sections), Counter(hidden or {}))  # type: ignore[arg-type]


def test_the_summary_names_what_there_is_and_nothing_else() -> None:
    assert summary(calm=1) == [
        "Pauza checked 1 photo. None of them gave a reason to ask you.",
        "The check can be wrong.",
    ]
    assert summary({"any": 2, "place": 1}, ask=3, unsure=1, calm=4, failed=1, other=2) == [
        "Pauza checked 8 photos. 3 of them may show a child's face. Look before you post. "
        "1 leaves Pauza unsure.",
        "1 photo could not be checked. 2 files are of kinds that Pauza can't check.",
        "2 photos carry hidden data. 1 of them tells the place.",
        "The check can be wrong.",
    ]


def test_the_end_of_a_run_counts_every_outcome() -> None:
    counts = Counter[Outcome]({"covered": 2, "cleaned": 1, "there": 4, "failed": 1})
    assert words.copied(counts, "out") == (
        "3 copies written to out: 2 with covered faces, 1 only cleaned. "
        "4 were there already. 1 file has no copy."
    )


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("džemper ključ.jpg", "džemper ključ.jpg"),
        ("a\nb.jpg", "a�b.jpg"),
        ("a\x1b[31m.jpg", "a�[31m.jpg"),
        ("\udcff.jpg", "�.jpg"),
        ("a\u202egpj.exe", "a�gpj.exe"),
    ],
)
def test_a_name_is_shown_without_what_can_not_be_seen(name: str, shown: str) -> None:
    assert words.shown(name) == shown
