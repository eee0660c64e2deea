import subprocess
import sys

import pytest
from click.testing import CliRunner

from pauza.cli.main import COMMANDS, pauza
from pauza.settings import VERSION


def test_help_names_every_command_with_a_line() -> None:
    told = CliRunner().invoke(pauza, ["--help"]).output
    for name, line in COMMANDS.items():
        assert name in told
        assert line in told


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    ended = CliRunner().invoke(pauza, [name, "--help"])
    assert ended.exit_code == 0, ended.output
    assert ended.output.startswith(f"Usage: pauza {name}")


def test_help_loads_no_command() -> None:
    program = (
        "import sys, click.testing\n"
        "from pauza.cli.main import pauza\n"
        "click.testing.CliRunner().invoke(pauza, ['--help'])\n"
        "print([name for name in sys.modules if name.startswith(('flask', 'numpy', 'pauza.ser'))])"
    )
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "[]"


def test_the_version_is_told() -> None:
    assert VERSION in CliRunner().invoke(pauza, ["--version"]).output


def test_an_unusable_setting_ends_in_one_sentence() -> None:
    ended = CliRunner().invoke(pauza, ["doctor"], env={"PAUZA_PORT": "eighty"})
    assert ended.exit_code == 2
    assert ended.stderr == "PAUZA_PORT is 'eighty': choose a number from 1024 to 65535.\n"


def test_an_unknown_command_is_no_crash() -> None:
    assert CliRunner().invoke(pauza, ["scan"]).exit_code == 2
