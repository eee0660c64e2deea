"""pauza serve"""

from __future__ import annotations

import contextlib

import click

from ..service.serve import PortTakenError
from ..service.serve import serve as run
from ..settings import Settings
from .ending import Ending


class PortEnding(Ending):
    exit_code = 3


@click.command()
@click.pass_obj
def serve(settings: Settings) -> None:
    """Start the service that the extension asks. It listens on this computer only."""
    try:
        with contextlib.suppress(KeyboardInterrupt):  # before the server minds it
            run(settings, click.echo)
    except PortTakenError as error:
        raise PortEnding(str(error)) from None
