"""pauza check"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from ..batch.album import File, FileError
from ..batch.checked import report_on
from ..batch.words import shown, summary, told, verdict
from ..settings import SENSITIVITIES, VERSION, Sensitivity, Settings
from ..worker.jobs import Preview
from ..worker.pool import Pool
from .ending import Ending
from .files import SOME_FAILED, Photos, chosen

Line = dict[str, Any]
"""An analysis or an error, with the file's name."""

PREVIEW_SIDE = 320
"""Longest side of a report's small pictures, px."""


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a photo.")
@click.option("--sensitivity", type=click.Choice(SENSITIVITIES), default="balanced")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Check one whole FOLDER, and write a page (.html) and a table (.csv) about it.",
)
@click.pass_obj
def check(
    settings: Settings,
    paths: tuple[Path, ...],
    as_json: bool,
    sensitivity: Sensitivity,
    report: Path | None,
) -> None:
    """Say whether a child's face may be on photos. It can be wrong.

    Ends with 1 if a photo could not be checked.
    """
    if report:
        if as_json or len(paths) > 1 or not paths[0].is_dir():
            raise Ending("A report is about one folder: pauza check FOLDER --report report.html")
        all_checked = _reported(settings, paths[0], report, sensitivity)
    else:
        all_checked = _told(settings, paths, as_json, sensitivity)
    if not all_checked:
        raise SystemExit(SOME_FAILED)


def _told(
    settings: Settings, paths: tuple[Path, ...], as_json: bool, sensitivity: Sensitivity
) -> bool:
    all_checked = True
    with Pool(settings) as pool:
        photos = Photos(pool, settings)
        for path in paths:
            line = checked(photos, path, sensitivity)
            all_checked &= "error" not in line
            click.echo(json.dumps(line) if as_json else sentence(line))
    return all_checked


def _reported(settings: Settings, folder: Path, report: Path, sensitivity: Sensitivity) -> bool:
    if report.suffix.lower() != ".html":
        raise Ending("The name of a report ends in .html; its table gets the same name and .csv.")

    def look(pool: Pool, file: File) -> Line:
        return looked_at(Photos(pool, settings), file, sensitivity)

    terms = {"version": VERSION, "sensitivity": sensitivity}
    try:
        overview = report_on(
            folder, report, look, terms=terms, settings=settings, today=datetime.now().date()
        )
    except FileError as error:
        raise Ending(error.detail) from None
    click.echo("\n".join([*summary(overview.counts, overview.hidden), f"The report: {report}"]))
    return overview.all_checked


def checked(photos: Photos, path: Path, sensitivity: Sensitivity) -> Line:
    """One file's line as `--json` prints it."""
    try:
        return {"file": str(path), **photos.analysis(photos.read(path), sensitivity)}
    except FileError as error:
        return {"file": str(path), **error.to_json()}


def looked_at(photos: Photos, file: File, sensitivity: Sensitivity) -> Line:
    """One file's line of a report: as `checked`, with a small picture of covered faces."""
    try:
        data = photos.read_from(file)
        analysis = photos.analysis(data, sensitivity)
        return {"file": file.name, **analysis, "preview": _preview(photos, data, analysis)}
    except FileError as error:
        return {"file": file.name, **error.to_json()}


def _preview(photos: Photos, data: bytes, analysis: Mapping[str, Any]) -> str:
    """A JPEG in base64; empty where not every face could be covered."""
    try:
        picture = photos.ask(Preview(PREVIEW_SIDE, "soft", chosen(analysis, "all")), data)
    except FileError:
        return ""
    return base64.b64encode(picture.data).decode()


def sentence(line: Line) -> str:
    """One file's line for a person."""
    return f"{shown(line['file'])}: {' '.join([verdict(line), *told(line)])}"
