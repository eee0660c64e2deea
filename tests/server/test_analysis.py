"""The whole core on the real photos."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pauza.analysis import Analyser
from pauza.formats import PhotoError
from pauza.settings import Settings


@pytest.fixture(scope="module")
def analyser(settings: Settings) -> Analyser:
    return Analyser(settings)


def test_a_photo_with_children_nudges_and_has_a_region_for_each_face(
    analyser: Analyser, photo: Callable[[str], bytes]
) -> None:
    analysis = analyser.analyse(photo("children-laughing.jpg"), "balanced")
    assert analysis.verdict == "child"
    assert analysis.nudge
    assert [region.face for region in analysis.regions] == list(range(5))


@pytest.mark.parametrize(("file", "verdict"), [("women-sofa.jpg", "adult"), ("forest.jpg", "none")])
def test_a_photo_without_children_does_not_nudge(
    analyser: Analyser, photo: Callable[[str], bytes], file: str, verdict: str
) -> None:
    analysis = analyser.analyse(photo(file), "balanced")
    assert (analysis.verdict, analysis.nudge) == (verdict, False)


def test_a_turned_file_is_analysed_upright(
    analyser: Analyser, photo: Callable[[str], bytes]
) -> None:
    upright = analyser.analyse(photo("children-laughing.jpg"), "balanced")
    turned = analyser.analyse(photo("children-laughing-exif8.jpg"), "balanced")
    assert (turned.photo.width, turned.photo.height) == (upright.photo.width, upright.photo.height)
    for face, same in zip(upright.faces, turned.faces, strict=True):
        assert face.face.box.overlap(same.face.box) > 0.8


def test_the_answer_speaks_the_words_of_the_wire(
    analyser: Analyser, photo: Callable[[str], bytes]
) -> None:
    answer = analyser.analyse(photo("mother-daughter.jpg"), "quiet").to_json()
    assert list(answer) == [
        "photo",
        "verdict",
        "nudge",
        "faces",
        "regions",
        "hidden",
        "timings_ms",
    ]
    face, region = answer["faces"][0], answer["regions"][0]
    assert list(face) == ["box", "eyes", "tilt", "confidence", "age", "verdict", "why"]
    assert set(region) == {"cx", "cy", "width", "height", "tilt", "face"}
    assert set(answer["timings_ms"]) == {"decode", "faces", "ages"}


def test_what_is_no_photo_is_refused_with_a_code(analyser: Analyser) -> None:
    with pytest.raises(PhotoError) as caught:
        analyser.analyse(b"not a photo", "balanced")
    assert caught.value.code == "unknown_kind"
