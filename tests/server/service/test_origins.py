import os
from pathlib import Path

import pytest

from pauza.service.origins import AllowedOrigins, is_origin
from pauza.settings import EXTENSION_ORIGIN

FIREFOX = "moz-extension://0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"


@pytest.mark.parametrize("text", [EXTENSION_ORIGIN, FIREFOX])
def test_an_extension_has_an_origin_of_this_form(text: str) -> None:
    assert is_origin(text)


@pytest.mark.parametrize(
    "text",
    [
        "*",
        "null",
        "https://example.org",
        "moz-extension://*",
        f"{FIREFOX}/",
        FIREFOX.upper(),
        f"{FIREFOX}\n",
        "chrome-extension://" + "q" * 32,
        "chrome-extension://abc",
    ],
)
def test_nothing_else_can_be_allowed(text: str) -> None:
    assert not is_origin(text)


def test_only_our_own_extension_is_allowed_at_first(tmp_path: Path) -> None:
    assert AllowedOrigins(tmp_path / "not there yet")() == {EXTENSION_ORIGIN}


def test_what_one_process_allows_another_sees_at_once(tmp_path: Path) -> None:
    service, command = AllowedOrigins(tmp_path / "home"), AllowedOrigins(tmp_path / "home")
    assert FIREFOX not in service()
    command.add(FIREFOX)
    assert FIREFOX in service()
    command.remove(FIREFOX)
    assert service() == {EXTENSION_ORIGIN}


def test_our_own_extension_stays_whatever_is_removed(tmp_path: Path) -> None:
    origins = AllowedOrigins(tmp_path)
    origins.remove(EXTENSION_ORIGIN)
    assert origins() == {EXTENSION_ORIGIN}


def test_lines_that_are_no_origin_allow_nobody(tmp_path: Path) -> None:
    (tmp_path / "origins").write_text(f"*\nhttps://evil.example\n{FIREFOX}\n")
    assert AllowedOrigins(tmp_path).stored() == {FIREFOX}


def test_a_file_that_is_no_text_allows_nobody(tmp_path: Path) -> None:
    (tmp_path / "origins").write_bytes(os.urandom(64) + b"\xff")
    assert AllowedOrigins(tmp_path).stored() == set()
