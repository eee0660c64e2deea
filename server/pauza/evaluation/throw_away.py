"""Tools that are only measured against: each in an environment of its own, gone afterwards."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def throw_away(*requirements: str) -> Iterator[Path | None]:
    """The folder of an environment's programs with these packages; None, said aloud, without."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        install = [str(programs / "python"), "-m", "pip", "install", "--quiet", *requirements]
        try:
            subprocess.run(install, check=True, capture_output=True)  # noqa: S603 - our own list
        except subprocess.CalledProcessError:
            print(f"NOT MEASURED: {' '.join(requirements)} can't be installed", file=sys.stderr)  # noqa: T201
            yield None
        else:
            yield programs
