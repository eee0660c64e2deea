"""pauza serve"""

from __future__ import annotations

import click

from ..service.serve import EXIT_PORT_TAKEN, PortTakenError
from ..service.serve import serve as run
from ..settings import Settings


@click.command()
@click.pass_obj
def serve(settings: Settings) -> None:
    """Start the service that the extension asks. It listens on this computer only."""
    try:
        run(settings, click.echo)
    except PortTakenError as error:
        click.echo(str(error), err=True)
        raise SystemExit(EXIT_PORT_TAKEN) from None
