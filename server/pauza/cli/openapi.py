"""pauza openapi"""

from __future__ import annotations

import json

import click

from ..service.openapi import DOCUMENT


@click.command()
def openapi() -> None:
    """Print the description of the service's interface."""
    click.echo(json.dumps(DOCUMENT, indent=2))
