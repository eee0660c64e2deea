import io

import pytest

from pauza.worker.frames import LONGEST, read_frame, write_frame


def written(header: dict[str, object], body: bytes) -> bytes:
    stream = io.BytesIO()
    write_frame(stream, header, body)
    return stream.getvalue()


def test_what_is_written_is_read_again() -> None:
    stream = io.BytesIO(written({"job": "analyse"}, b"\x00\xffphoto") + written({}, b""))
    assert read_frame(stream) == ({"job": "analyse"}, b"\x00\xffphoto")
    assert read_frame(stream) == ({}, b"")


def test_a_stream_that_ends_anywhere_in_a_frame_is_no_frame() -> None:
    whole = written({"a": 1}, b"body")
    for length in range(len(whole)):
        with pytest.raises(EOFError):
            read_frame(io.BytesIO(whole[:length]))


def test_a_length_beyond_reason_is_not_waited_for() -> None:
    claims = (LONGEST + 1).to_bytes(12, "big")
    with pytest.raises(ValueError, match="longer"):
        read_frame(io.BytesIO(claims))


def test_noise_is_no_frame() -> None:
    with pytest.raises(ValueError, match="Expecting"):
        read_frame(io.BytesIO(written({}, b"")[:12] + b"{["))
