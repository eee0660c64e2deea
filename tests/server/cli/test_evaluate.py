"""`pauza evaluate` where it can't go on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pauza.cli.main import pauza
from pauza.settings import Settings


def evaluate(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(pauza, ["evaluate", *map(str, arguments)], env=environment)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text("file,age\nmissing.jpg,7\n")
    return path


def test_a_picture_that_is_not_there_ends_it_with_a_sentence(dataset: Path) -> None:
    ended = evaluate(dataset)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr == "The picture missing.jpg is not beside the CSV.\n"


def test_without_weights_it_says_what_to_do(
    dataset: Path, settings: Settings, tmp_path: Path
) -> None:
    shutil.copy(settings.models / "manifest.toml", tmp_path)
    ended = evaluate(dataset, PAUZA_MODELS=str(tmp_path))
    assert ended.exit_code == 2
    assert "pauza weights fetch" in ended.stderr
