from __future__ import annotations

import pytest

from formats.made import saved, scene
from pauza import formats
from pauza.formats import PhotoError
from pauza.formats.segments import DHT, DQT, SOS, Segment, segments_of
from pauza.formats.tables import odd_codes, usual_codes, with_used_tables


def named(segments: list[Segment]) -> list[tuple[int, bytes]]:
    return [(segment.marker, segment.raw) for segment in segments]


def table(marker: int, body: bytes) -> Segment:
    return Segment(marker, bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body, 0, 0)


QUANTISER = table(DQT, b"\3" + bytes(range(64)))
CODES = table(DHT, b"\x13" + bytes([1, *[0] * 15]) + b"\x05")


@pytest.mark.parametrize("manner", [{}, {"progressive": True}, {"optimize": True}])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_what_an_encoder_writes_is_all_used(mode: str, manner: dict[str, bool]) -> None:
    segments = segments_of(saved(scene().convert(mode), "JPEG", **manner))
    assert with_used_tables(segments) == segments
    assert not odd_codes(segments)


@pytest.mark.parametrize("unused", [QUANTISER, CODES])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_table_that_no_scan_uses_is_left_out_wherever_it_stands(
    unused: Segment, progressive: bool
) -> None:
    segments = segments_of(saved(scene(), "JPEG", progressive=progressive))
    for at in range(1, len(segments)):
        stuffed = [*segments[:at], unused, *segments[at:]]
        assert named(with_used_tables(stuffed)) == named(segments)


def test_a_table_that_is_defined_anew_before_a_scan_uses_it_is_left_out() -> None:
    segments = segments_of(saved(scene(), "JPEG"))
    at = next(n for n, segment in enumerate(segments) if segment.marker == DQT)
    doubled = [*segments[:at], table(DQT, b"\0" + b"x" * 64), *segments[at:]]
    assert named(with_used_tables(doubled)) == named(segments)


def test_a_quantisation_that_comes_after_its_components_first_scan_is_left_out() -> None:
    segments = segments_of(saved(scene(), "JPEG", progressive=True))
    last = max(n for n, segment in enumerate(segments) if segment.marker == SOS)
    late = [*segments[:last], table(DQT, b"\0" + b"x" * 64), *segments[last:]]
    assert named(with_used_tables(late)) == named(segments)


def test_of_several_tables_in_a_segment_only_the_used_stay() -> None:
    segments = segments_of(saved(scene(), "JPEG"))
    at = next(n for n, segment in enumerate(segments) if segment.marker == DQT)
    joined = table(DQT, segments[at].payload + QUANTISER.payload)
    assert named(with_used_tables([*segments[:at], joined, *segments[at + 1 :]])) == named(segments)


def test_a_table_that_breaks_off_is_damage() -> None:
    with pytest.raises(PhotoError, match="table"):
        with_used_tables([table(DQT, b"\0" + b"x" * 63)])


def test_a_picture_coded_by_its_own_tables_is_written_with_its_own() -> None:
    for optimize in (False, True):
        source = saved(scene(), "JPEG", optimize=optimize)
        written = formats.write(formats.read(source).pixels, source).data
        assert usual_codes(segments_of(source)) is not optimize
        assert usual_codes(segments_of(written)) is not optimize
