"""pauza redact"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

import click

from ..settings import STYLES, Settings, Style
from ..worker.jobs import Answer, Ellipse, Redact
from ..worker.pool import Pool
from .files import SOME_FAILED, FileError, Photos

Faces = Literal["children", "all", "none"]


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the copies; made if it is not there.",
)
@click.option("--style", type=click.Choice(STYLES), default="soft")
@click.option(
    "--faces",
    type=click.Choice(get_args(Faces)),
    default="children",
    help="Which to cover. `children` covers also those where Pauza is unsure.",
)
@click.pass_obj
def redact(
    settings: Settings, paths: tuple[Path, ...], out: Path, style: Style, faces: Faces
) -> None:
    """Write copies with covered faces and nothing hidden. No file is ever overwritten.

    Ends with 1 if a copy could not be written.
    """
    failed = False
    out.mkdir(parents=True, exist_ok=True)
    with Pool(settings) as pool:
        photos = Photos(pool, settings)
        for path in paths:
            try:
                click.echo(f"{path}: {redacted(photos, path, out, style, faces)}")
            except FileError as error:
                failed = True
                click.echo(f"{path}: no copy written. {error.detail}", err=True)
    if failed:
        raise SystemExit(SOME_FAILED)


def redacted(photos: Photos, path: Path, out: Path, style: Style, faces: Faces) -> str:
    """Writes one copy; says what it is. FileError if there can be none."""
    data = photos.read(path)
    regions = () if faces == "none" else chosen(photos.analysis(data), faces)
    answer = photos.ask(Redact(style, regions), data)
    target = out / name_of_copy(path, answer)
    _write_new(target, answer.data)
    covered = f"{len(regions) or 'no'} face{'' if len(regions) == 1 else 's'} covered"
    return f"{covered}{', fewer pixels' if answer.scaled else ''}, written to {target}"


def chosen(analysis: Mapping[str, Any], faces: Faces) -> tuple[Ellipse, ...]:
    """The regions of the faces that are to be covered."""
    verdicts = {"adult", "child", "unsure"} if faces == "all" else {"child", "unsure"}
    return tuple(
        (region["cx"], region["cy"], region["width"], region["height"], region["tilt"])
        for region in analysis["regions"]
        if analysis["faces"][region["face"]]["verdict"] in verdicts
    )


def name_of_copy(path: Path, answer: Answer) -> str:
    """The photo's own name; with another ending where the copy is of another kind."""
    kind, _ = mimetypes.guess_type(path.name)
    return path.name if kind == answer.media_type else path.stem + answer.suffix


def _write_new(target: Path, data: bytes) -> None:
    try:
        with target.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise FileError("exists", f"{target} is there already.") from None
    except OSError as error:
        raise FileError("unwritable", f"{target} can't be written: {error.strerror}.") from None
