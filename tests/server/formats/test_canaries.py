"""A canary in every place where a file can hide something: found before, gone from every output.

There is no exception. What this does not look for: up to two bytes behind a JPEG scan and three
behind a part of a WebP, which decoders can't tell from padding; and the choice among equal codes.
"""

from __future__ import annotations

import shutil

import pytest

from formats import canaries, canaries_in_chunks
from formats.made import saved, scene
from pauza import formats
from pauza.formats import heic
from pauza.formats.chunks import webp_file
from pauza.redaction.geometry import Region
from pauza.redaction.redact import redact

PLACES = {
    f"{container}: {place}": build
    for container, files in {
        "jpeg": canaries.JPEG,
        "png": canaries_in_chunks.PNG,
        "webp": canaries_in_chunks.WEBP,
        "gif": canaries_in_chunks.GIF,
        "avif": canaries_in_chunks.iso("AVIF"),
        "heic": canaries_in_chunks.iso("HEIF") if heic.INSTALLED else {},
    }.items()
    for place, build in files.items()
}
UNTOLD = {
    *(f"jpeg: {place}" for place in ("profile", "broken profile", "adobe", "unknown tag")),
    *(f"jpeg: {place}" for place in ("unused codes", "codes for text", "behind the last unit")),
    *("jpeg: unused tables between scans", "jpeg: unused quantisation"),
    *(
        f"png: {name} with text"
        for name in ("gAMA", "cHRM", "sRGB", "bKGD", "hIST", "pHYs", "sBIT")
    ),
    *(f"png: {place}" for place in ("profile", "broken profile", "palette beside colours")),
    *(f"png: {place}" for place in ("unused colours", "end with text", "rows below the picture")),
    *(f"png: {place}" for place in ("behind the compressed pixels", "second frame")),
    *("png: under transparency", "webp: under transparency", "webp: second frame"),
    *("webp: profile", "avif: profile", "heic: profile"),
    *(f"webp: behind {part}" for part in ("the first part", "the last part", "lossless pixels")),
    *("gif: unused colours", "gif: second frame"),
}
"""Places within what codes or colours the picture: nothing there has a name that people know."""
FACE = Region(48, 32, 20, 26, 0)


def outputs(data: bytes) -> dict[str, formats.Written]:
    return {
        "clean": formats.clean(data),
        "covered": redact(data, [FACE], "soft"),
        "sticker": redact(data, [FACE], "sticker-sun"),
    }


@pytest.mark.parametrize("place", PLACES)
def test_what_a_place_hides_is_in_no_output(place: str) -> None:
    data = PLACES[place]()
    assert canaries.found_in(data), "the canary must be there before"
    for name, output in outputs(data).items():
        assert canaries.found_in(output.data) == set(), name
        assert formats.leftovers(output.data) == [], name


@pytest.mark.parametrize("place", [place for place in PLACES if place not in UNTOLD])
def test_what_a_place_hides_is_told(place: str) -> None:
    assert formats.hidden(PLACES[place]())


@pytest.mark.parametrize("place", [p for p in PLACES if not p.startswith(("avif", "heic", "gif"))])
def test_the_allow_list_knows_every_place(place: str) -> None:
    assert formats.leftovers(PLACES[place]())


def test_the_search_finds_nothing_in_a_picture_that_hides_nothing() -> None:
    for plugin in ("JPEG", "PNG", "WEBP", "GIF", "AVIF"):
        assert canaries.found_in(saved(scene(), plugin)) == set()


@pytest.mark.skipif(not shutil.which("convert"), reason="ImageMagick is not installed")
def test_a_webp_in_eight_parts_hides_nothing_behind_any_of_them() -> None:
    plain = canaries_in_chunks.webp_of_parts()
    assert formats.leftovers(plain) == []
    for stuffed in stuffed_parts(plain):
        assert "bytes behind the coded picture" in formats.leftovers(stuffed)


def stuffed_parts(file: bytes) -> list[bytes]:
    """The file with a canary behind each of its pixel parts but the last."""
    frame = file[20 : 20 + int.from_bytes(file[16:20], "little")]
    table = 10 + (int.from_bytes(frame[:3], "little") >> 5)
    end, stuffed = table + 3 * 7, []
    for at in range(table, table + 3 * 7, 3):
        length = int.from_bytes(frame[at : at + 3], "little")
        end += length
        longer = (length + len(canaries.CANARY)).to_bytes(3, "little")
        parts = (frame[:at], longer, frame[at + 3 : end], canaries.CANARY, frame[end:])
        stuffed.append(webp_file((b"VP8 ", b"".join(parts))))
    return stuffed
