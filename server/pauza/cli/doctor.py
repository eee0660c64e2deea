"""pauza doctor"""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import click

from ..service.neighbour import another_program, who_listens
from ..service.origins import AllowedOrigins
from ..settings import Settings
from ..weights import WeightsError, verified

TO_DO = 1

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "microsoft-edge",
    "brave-browser",
    "firefox",
    "firefox-esr",
)


@dataclass(frozen=True)
class Finding:
    good: bool
    words: str
    """What is so; if it is not good, also what to do."""

    def __str__(self) -> str:
        return f"{'ok   ' if self.good else 'to do'}  {self.words}"


@click.command()
@click.pass_obj
def doctor(settings: Settings) -> None:
    """Look whether everything is in place. Ends with 1 if something is to do."""
    findings = list(findings_of(settings))
    click.echo("\n".join(map(str, findings)))
    if not all(finding.good for finding in findings):
        raise SystemExit(TO_DO)


def findings_of(settings: Settings) -> Iterator[Finding]:
    yield _python()
    yield _node()
    yield _weights(settings)
    yield _port(settings.port)
    yield _callers(settings)
    yield _browsers()


def _python() -> Finding:
    good = (3, 11) <= sys.version_info[:2] <= (3, 13)
    return Finding(good, f"Python {platform.python_version()}; 3.11 to 3.13 will do.")


def _node() -> Finding:
    there = shutil.which("node") is not None
    return Finding(True, f"Node is {'' if there else 'not '}there; only building needs it.")


def _weights(settings: Settings) -> Finding:
    try:
        return Finding(True, f"{len(verified(settings))} files of weights, as they should be.")
    except WeightsError as error:
        return Finding(False, str(error))


def _port(port: int) -> Finding:
    match who_listens(port):
        case "pauza":
            return Finding(True, f"The service runs on port {port}.")
        case "nobody":
            return Finding(True, f"Port {port} is free. Start the service: pauza serve")
        case "other":
            return Finding(False, another_program(port))


def _callers(settings: Settings) -> Finding:
    added = len(AllowedOrigins(settings.home).stored())
    return Finding(True, f"May call: the Chromium extension, and {added} more by pauza allow.")


def _browsers() -> Finding:
    found = [name for name in BROWSERS if shutil.which(name)]
    if found:
        return Finding(True, f"Browsers: {', '.join(found)}.")
    return Finding(True, "No browser found by its usual name; that may be so on this system.")
