from __future__ import annotations

import pytest

from pauza.formats import PhotoError
from pauza.formats.kinds import kind_of


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"GIF89a", "gif"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "webp"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "heic"),
        (b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "avif"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", "avif"),
    ],
)
def test_the_first_bytes_decide(start: bytes, kind: str) -> None:
    assert kind_of(start + b"\0" * 64) == kind


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"\xff",
        b"\n\xff\xd8\xff\xe0",
        b"RIFF\x10\0\0\0WAVE",
        b"\0\0\0\x18ftypmp42\0\0\0\0isommp42",
        b"II*\0",
        b"%!PS-Adobe",
        b"<svg xmlns=",
    ],
)
def test_everything_else_is_of_an_unknown_kind(start: bytes) -> None:
    with pytest.raises(PhotoError) as refusal:
        kind_of(start)
    assert refusal.value.code == "unknown_kind"
