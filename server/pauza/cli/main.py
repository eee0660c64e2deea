"""The group of commands. Importing a command's file costs; so it is done when it is called."""

from __future__ import annotations

import importlib

import click

from ..settings import VERSION, SettingsError, from_environment
from .ending import Ending

COMMANDS = {
    "serve": "Start the service that the extension asks.",
    "check": "Say whether a child's face may be on photos.",
    "redact": "Write copies with covered faces and nothing hidden.",
    "allow": "Let a browser's extension call the service.",
    "weights": "Bring the files that find faces.",
    "doctor": "Look whether everything is in place.",
    "evaluate": "Measure against a set of faces with known ages.",
    "openapi": "Print the description of the service's interface.",
}
"""Name and one line, so that --help imports none of them."""


class LazyGroup(click.Group):
    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"pauza.cli.{name}"), name)
        return command

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup)
@click.version_option(VERSION, prog_name="pauza")
@click.pass_context
def pauza(context: click.Context) -> None:
    """A pause before a child's photo is posted. Everything stays on this computer."""
    try:
        context.obj = from_environment()
    except SettingsError as error:
        raise Ending(str(error)) from None


def main() -> None:
    pauza()
