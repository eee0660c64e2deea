"""From a folder of photos to a folder of copies: what `pauza redact FOLDER -o OUT` does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..settings import Settings
from ..worker.jobs import Answer
from ..worker.pool import Pool, PoolMaker
from .album import File, FileError, album_of
from .copies import Copies
from .crew import Crew
from .kept import Kept
from .new_file import demand_folder
from .progress import Progress
from .words import Outcome, not_copied

Cover = Callable[[Pool, File], tuple[Answer, int]]
"""The copy of a photo, and how many faces are covered in it; FileError if there can be none."""

KEPT = "pauza.partial.jsonl"


def copy_album(
    folder: Path,
    out: Path,
    cover: Cover,
    *,
    terms: Mapping[str, Any],
    settings: Settings,
    make: PoolMaker = Pool,
) -> Counter[Outcome]:
    """Writes what copies are missing below `out`; counts all.

    Takes up what a run under the same `terms` left. FileError where nothing can be written.
    """
    if folder.resolve().is_relative_to(out.resolve()):
        raise FileError("exists", f"{out} holds the photos. Name another folder for the copies.")
    demand_folder(out)
    files = album_of(folder, without=[out])
    copies = Copies(files, out)
    with Kept(out / KEPT, terms, files) as kept:
        todo = [file for file in files if not copies.is_there(file, ours=file in kept)]
        counts = Counter[Outcome]({"there": len(files) - len(todo)})
        with Crew(settings, len(todo), make) as crew, Progress(len(todo)) as progress:
            for file, outcome, detail in crew.each(todo, lambda *task: _copy(copies, cover, *task)):
                counts[outcome] += 1
                if outcome == "failed":
                    progress.tell(not_copied(file.name, detail))
                else:
                    kept.add(file, {"file": file.name})
                progress.step()
        kept.remove()
    return counts


def _copy(copies: Copies, cover: Cover, pool: Pool, file: File) -> tuple[File, Outcome, str]:
    """Writes one copy; what came of it, and why if nothing did."""
    try:
        answer, covered = cover(pool, file)
        if not copies.write(file, answer):
            return file, "there", ""
    except FileError as error:
        return file, "failed", error.detail
    return file, "covered" if covered else "cleaned", ""
