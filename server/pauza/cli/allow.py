"""pauza allow"""

from __future__ import annotations

import click

from ..service.origins import AllowedOrigins, is_origin
from ..settings import Settings
from .ending import Ending


@click.command()
@click.argument("origin", required=False)
@click.option("--list", "listing", is_flag=True, help="Say who may call.")
@click.option("--remove", is_flag=True, help="Take the permission back.")
@click.pass_obj
def allow(settings: Settings, origin: str | None, listing: bool, remove: bool) -> None:
    """Let a browser's extension call the service. Its welcome page shows the ORIGIN."""
    origins = AllowedOrigins(settings.home)
    if listing:
        click.echo("\n".join(sorted(origins())))
    elif origin is None:
        raise Ending("Which extension? Its welcome page shows the line to copy.")
    elif not is_origin(origin):
        raise Ending(
            f"{origin} is not the address of an extension. "
            "It looks like moz-extension://… or chrome-extension://…, without a path."
        )
    elif remove:
        origins.remove(origin)
        click.echo(f"{origin} may no longer call.")
    else:
        origins.add(origin)
        click.echo(f"{origin} may call from now on.")
