from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pauza.cli.main import pauza
from pauza.service.origins import AllowedOrigins
from pauza.settings import EXTENSION_ORIGIN

FIREFOX = "moz-extension://0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"


def allow(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(pauza, ["allow", *arguments], env={"PAUZA_HOME": str(home)})


def test_an_allowed_origin_is_stored_and_listed(tmp_path: Path) -> None:
    assert allow(tmp_path, FIREFOX).output == f"{FIREFOX} may call from now on.\n"
    assert AllowedOrigins(tmp_path).stored() == {FIREFOX}
    assert allow(tmp_path, "--list").output.split() == [EXTENSION_ORIGIN, FIREFOX]


def test_it_can_be_taken_back(tmp_path: Path) -> None:
    allow(tmp_path, FIREFOX)
    assert "no longer" in allow(tmp_path, "--remove", FIREFOX).output
    assert AllowedOrigins(tmp_path).stored() == set()


def test_allowing_twice_is_allowing_once(tmp_path: Path) -> None:
    allow(tmp_path, FIREFOX)
    assert allow(tmp_path, FIREFOX).exit_code == 0
    assert (tmp_path / "origins").read_text() == f"{FIREFOX}\n"


@pytest.mark.parametrize("origin", ["*", "https://example.org", f"{FIREFOX}/welcome.html", ""])
def test_what_is_no_extension_is_refused_in_one_sentence(tmp_path: Path, origin: str) -> None:
    ended = allow(tmp_path, origin)
    assert ended.exit_code == 2
    assert "is not the address of an extension" in ended.stderr
    assert not (tmp_path / "origins").exists()


def test_without_an_origin_it_says_where_to_find_one(tmp_path: Path) -> None:
    ended = allow(tmp_path)
    assert ended.exit_code == 2
    assert "welcome page" in ended.stderr
