from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image

from formats.made import exif as oriented
from pauza.formats import exif


@pytest.mark.parametrize("turn", range(1, 9))
def test_our_single_tag_says_what_it_was_asked_to(turn: int) -> None:
    block = exif.one_tag(turn)
    tags = Image.Exif()
    tags.load(block)
    assert dict(tags) == {0x0112: turn}
    assert exif.orientation(block) == turn
    assert list(exif.hidden(block)) == []


@pytest.mark.parametrize("value", [0, 9, 300])
def test_an_orientation_that_does_not_exist_is_none(value: int) -> None:
    assert exif.orientation(oriented(value).tobytes()) == 1


@pytest.mark.parametrize("block", [None, b"", b"Exif\0\0", b"II*\0\xff\xff\xff\xff", b"noise" * 9])
def test_an_unreadable_block_turns_nothing_and_tells_nothing(block: bytes | None) -> None:
    assert exif.orientation(block) == 1
    assert list(exif.hidden(block)) == []


@pytest.mark.parametrize(
    ("tag", "value", "kind"),
    [
        (0x0132, "2026:06:01 10:00:00", "date"),
        (0x010F, "Maker", "camera"),
        (0x013B, "Somebody", "names"),
        (0x010E, "at school", "other"),
    ],
)
def test_telling_tags_are_named(tag: int, value: str, kind: str) -> None:
    tags = Image.Exif()
    tags[tag] = value
    assert list(exif.hidden(tags.tobytes())) == [kind]


def test_a_place_is_named_only_where_one_is_written() -> None:
    tags = Image.Exif()
    tags.get_ifd(0x8825).update({0: b"\2\3\0\0"})
    assert list(exif.hidden(tags.tobytes())) == []
    tags.get_ifd(0x8825).update({1: "N", 2: (44.0, 32.0, 10.0)})
    assert "place" in list(exif.hidden(tags.tobytes()))


def test_empty_fields_tell_nothing() -> None:
    tags = Image.Exif()
    tags[0x010F] = " "
    tags[0x9286] = b"\0" * 8
    assert list(exif.hidden(tags.tobytes())) == []


def test_a_photo_with_empty_coordinates_has_no_place(photo: Callable[[str], bytes]) -> None:
    from pauza import formats

    assert "place" not in formats.hidden(photo("cat-chair.jpg"))
