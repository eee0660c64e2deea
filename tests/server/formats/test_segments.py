from __future__ import annotations

import pytest

from formats.made import saved, scene
from pauza.formats import PhotoError
from pauza.formats.limits import MAX_PARTS
from pauza.formats.segments import segments_of


def test_segments_cover_the_file_without_gaps_up_to_its_end() -> None:
    data = saved(scene(), "JPEG", progressive=True)
    segments = segments_of(data + b"trailer")
    assert b"".join(segment.raw for segment in segments) == data
    assert segments[-1].end == len(data)


def test_fill_bytes_belong_to_no_segment() -> None:
    data = saved(scene(), "JPEG")
    filled = data[:2] + b"\xff" * 1000 + data[2:]
    assert b"".join(segment.raw for segment in segments_of(filled)) == data


@pytest.mark.parametrize("cut", [2, 3, 4, 20, 200, -2, -1])
def test_a_chain_that_breaks_is_damage(cut: int) -> None:
    with pytest.raises(PhotoError) as refusal:
        segments_of(saved(scene(), "JPEG")[:cut])
    assert refusal.value.code == "damaged"


def test_millions_of_segments_are_not_listed() -> None:
    with pytest.raises(PhotoError) as refusal:
        segments_of(b"\xff\xd8" + b"\xff\xfe\0\2" * (MAX_PARTS + 1) + b"\xff\xd9")
    assert refusal.value.code == "unsupported_coding"
