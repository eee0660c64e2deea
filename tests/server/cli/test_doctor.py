from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from pauza.cli.doctor import Finding, findings_of
from pauza.cli.main import pauza
from pauza.service.origins import AllowedOrigins
from pauza.settings import Settings
from service.running import free_port

FIREFOX = "moz-extension://0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"


@pytest.fixture
def calm(settings: Settings, tmp_path: Path) -> Settings:
    return replace(settings, home=tmp_path, port=free_port())


def words(settings: Settings, good: bool) -> str:
    return "\n".join(found.words for found in findings_of(settings) if found.good is good)


def test_where_all_is_in_place_nothing_is_to_do(calm: Settings) -> None:
    assert words(calm, good=False) == ""
    assert "Start the service: pauza serve" in words(calm, good=True)


def test_missing_weights_are_to_be_fetched(calm: Settings, tmp_path: Path) -> None:
    manifest = (calm.models / "manifest.toml").read_bytes()
    (tmp_path / "manifest.toml").write_bytes(manifest)
    assert "pauza weights fetch" in words(replace(calm, models=tmp_path), good=False)


def test_who_may_call_is_counted(calm: Settings) -> None:
    AllowedOrigins(calm.home).add(FIREFOX)
    assert "and 1 more" in words(calm, good=True)


def test_a_line_says_first_whether_there_is_something_to_do() -> None:
    assert str(Finding(True, "Fine.")).startswith("ok ")
    assert str(Finding(False, "Do this.")).startswith("to do ")


def test_the_command_ends_with_1_where_something_is_to_do(
    tmp_path: Path, settings: Settings
) -> None:
    (tmp_path / "manifest.toml").write_bytes((settings.models / "manifest.toml").read_bytes())
    ended = CliRunner().invoke(pauza, ["doctor"], env={"PAUZA_MODELS": str(tmp_path)})
    assert ended.exit_code == 1
    assert "to do" in ended.output
