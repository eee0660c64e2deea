"""From a folder of photos to its report: what `pauza check FOLDER --report` does."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

from ..settings import Settings
from ..worker.pool import Pool, PoolMaker
from .album import File, album_of
from .crew import Crew
from .kept import Kept
from .new_file import demand_new, new_file
from .overview import Overview
from .progress import Progress
from .report import write_page
from .table import write_table
from .words import Line

Look = Callable[[Pool, File], Line]
"""What is known of a file: its line, with a `preview` (JPEG in base64) if it could be checked."""


@dataclass(frozen=True)
class Places:
    """The report's page, and what lies beside it."""

    page: Path

    @property
    def table(self) -> Path:
        return self.page.with_suffix(".csv")

    @property
    def kept(self) -> Path:
        return self.page.with_name(self.page.name + ".partial.jsonl")


def report_on(
    folder: Path,
    page: Path,
    look: Look,
    *,
    terms: Mapping[str, Any],
    settings: Settings,
    today: date,
    make: PoolMaker = Pool,
) -> Overview:
    """Checks all files below the folder and writes the report.

    Takes up what a run under the same `terms` left. FileError where the report can't be written.
    """
    places = Places(page)
    demand_new(places.page)
    demand_new(places.table)
    files = album_of(folder, without=(places.page, places.table, places.kept))
    with Kept(places.kept, terms, files) as kept:
        _look_at([file for file in files if file not in kept], kept, look, settings, make)
        overview = _write(places, folder.resolve().name, files, kept, today)
        kept.remove()
    return overview


def _look_at(
    files: list[File], kept: Kept, look: Look, settings: Settings, make: PoolMaker
) -> None:
    def looked_at(pool: Pool, file: File) -> tuple[File, Line]:
        return file, look(pool, file)

    with Crew(settings, len(files), make) as crew, Progress(len(files)) as progress:
        for file, line in crew.each(files, looked_at):
            kept.add(file, line)
            progress.step()


def _write(places: Places, album: str, files: list[File], kept: Kept, today: date) -> Overview:
    overview = Overview()
    for file in files:
        overview.add(kept[file])
    by_name = {file.name: file for file in files}
    with _new_text(places.table, "utf-8-sig") as table:  # the mark tells Excel what it is
        write_table(table, (kept[file] for file in files))
    with _new_text(places.page, "utf-8") as text:
        write_page(text, album, overview, lambda name: kept[by_name[name]], today)
    return overview


@contextmanager
def _new_text(target: Path, encoding: str) -> Iterator[IO[str]]:
    with new_file(target) as stream:
        text = io.TextIOWrapper(stream, encoding, newline="")
        yield text
        text.detach()
