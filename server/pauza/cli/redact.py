"""pauza redact"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import click

from ..batch.album import File, FileError
from ..batch.copied import copy_album
from ..batch.copies import name_of_copy
from ..batch.new_file import demand_folder, new_file
from ..batch.words import copied, made, shown
from ..settings import STYLES, VERSION, Settings, Style
from ..worker.jobs import Answer, Redact
from ..worker.pool import Pool
from .ending import Ending
from .files import SOME_FAILED, Photos, chosen

Faces = Literal["children", "all", "none"]


@dataclass(frozen=True)
class Cover:
    """What is to be covered, and how."""

    style: Style
    faces: Faces


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

    PATHS are photos, or one folder: its copies get the same names below OUT, and a run that was
    broken off goes on where it was. Ends with 1 if a copy could not be written.
    """
    cover = Cover(style, faces)
    try:
        if len(paths) == 1 and paths[0].is_dir():
            all_written = _redact_album(settings, paths[0], out, cover)
        else:
            all_written = _redact_photos(settings, paths, out, cover)
    except FileError as error:
        raise Ending(error.detail) from None
    if not all_written:
        raise SystemExit(SOME_FAILED)


def _redact_photos(settings: Settings, paths: tuple[Path, ...], out: Path, cover: Cover) -> bool:
    all_written = True
    demand_folder(out)
    with Pool(settings) as pool:
        photos = Photos(pool, settings)
        for path in paths:
            try:
                click.echo(f"{path}: {redacted(photos, path, out, cover)}")
            except FileError as error:
                all_written = False
                click.echo(f"{path}: no copy written. {error.detail}", err=True)
    return all_written


def redacted(photos: Photos, path: Path, out: Path, cover: Cover) -> str:
    """Writes one copy; says what it is. FileError if there can be none."""
    answer, covered = copy_of(photos, photos.read(path), cover)
    target = out / name_of_copy(path.name, path.stem, answer)
    with new_file(target) as stream:
        stream.write(answer.data)
    return f"{made(covered, answer.changes)}, written to {target}"


def copy_of(photos: Photos, data: bytes, cover: Cover) -> tuple[Answer, int]:
    """The copy, and how many faces are covered in it; only cleaned if there is none to cover."""
    regions = () if cover.faces == "none" else chosen(photos.analysis(data), cover.faces)
    return photos.ask(Redact(cover.style, regions), data), len(regions)


def _redact_album(settings: Settings, folder: Path, out: Path, cover: Cover) -> bool:
    def covered(pool: Pool, file: File) -> tuple[Answer, int]:
        photos = Photos(pool, settings)
        return copy_of(photos, photos.read_from(file), cover)

    terms = {"version": VERSION, "style": cover.style, "faces": cover.faces}
    counts = copy_album(folder, out, covered, terms=terms, settings=settings)
    click.echo(copied(counts, shown(str(out))))
    return not counts["failed"]
