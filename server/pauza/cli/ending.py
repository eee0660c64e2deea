"""How a command ends when it can't go on: one sentence on stderr, and an exit code."""

from __future__ import annotations

from typing import IO, Any

import click


class Ending(click.ClickException):
    exit_code = 2
    """A setting, an argument or a part of Pauza can't be used."""

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file=file, err=True)
