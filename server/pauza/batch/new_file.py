"""Files that are written whole or not at all, and never over another."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from .album import FileError


@contextmanager
def new_file(target: Path) -> Iterator[IO[bytes]]:
    """A stream that becomes `target` at its end; FileError if there is one, or it can't be."""
    demand_new(target)
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)  # of a run that was broken off
        with part.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())  # or a power cut could leave a whole name on half a file
        part.rename(target)
    except OSError as error:
        raise unwritable(target, error) from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def demand_folder(folder: Path) -> None:
    """Makes the folder if it is not there; FileError if it can't be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from None


def demand_new(target: Path) -> None:
    if os.path.lexists(target):
        raise FileError("exists", f"{target} is there already.")


def unwritable(target: Path, error: OSError) -> FileError:
    return FileError("unwritable", f"{target} can't be written: {error.strerror}.")
