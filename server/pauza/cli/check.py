"""pauza check"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import click

from ..settings import SENSITIVITIES, Sensitivity, Settings
from ..worker.pool import Pool
from .files import SOME_FAILED, FileError, Photos

Line = dict[str, Any]
"""An analysis or an error, with the file's name."""

SENTENCES = {
    "child": "a child's face may be visible",
    "unsure": "unsure whether a child's face is visible",
    "adult": "no child's face found",
    "none": "no face found",
}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a photo.")
@click.option("--sensitivity", type=click.Choice(SENSITIVITIES), default="balanced")
@click.pass_obj
def check(
    settings: Settings, paths: tuple[Path, ...], as_json: bool, sensitivity: Sensitivity
) -> None:
    """Say whether a child's face may be on photos. It can be wrong.

    Ends with 1 if a photo could not be checked.
    """
    failed = False
    with Pool(settings) as pool:
        photos = Photos(pool, settings)
        for path in paths:
            line = checked(photos, path, sensitivity)
            failed |= "error" in line
            click.echo(json.dumps(line) if as_json else sentence(line))
    if failed:
        raise SystemExit(SOME_FAILED)


def checked(photos: Photos, path: Path, sensitivity: Sensitivity) -> Line:
    """One file's line as `--json` prints it."""
    try:
        return {"file": str(path), **photos.analysis(photos.read(path), sensitivity)}
    except FileError as error:
        return {"file": str(path), "error": {"code": error.code, "detail": error.detail}}


def sentence(line: Line) -> str:
    """One file's line for a person."""
    if error := line.get("error"):
        return f"{line['file']}: not checked. {error['detail']}"
    told = f"{line['file']}: {SENTENCES[line['verdict']]}{_counted(line['faces'])}."
    hidden = ", ".join(entry["kind"] for entry in line["hidden"])
    return f"{told} Hidden data: {hidden}." if hidden else told


def _counted(faces: list[dict[str, Any]]) -> str:
    counts = Counter(face["verdict"] for face in faces)
    parts = [f"{counts[verdict]} {verdict}" for verdict in SENTENCES if counts[verdict]]
    return f" ({', '.join(parts)})" if parts else ""
