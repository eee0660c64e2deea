"""The origins that may call: our own extension's, and those that `pauza allow` wrote down."""

from __future__ import annotations

import re
from pathlib import Path

from ..settings import EXTENSION_ORIGIN

_FORM = re.compile(
    r"chrome-extension://[a-p]{32}"
    r"|moz-extension://[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)


def is_origin(text: str) -> bool:
    """Whether it is the origin of an extension, as browsers write it."""
    return _FORM.fullmatch(text) is not None


class AllowedOrigins:
    """A file with an origin a line in the settings' home; read again only when it has changed."""

    def __init__(self, home: Path) -> None:
        self._path = home / "origins"
        self._stamp: tuple[int, int, int] | None = None
        self._stored: frozenset[str] = frozenset()

    def __call__(self) -> frozenset[str]:
        """Every origin that may call now."""
        return self.stored() | {EXTENSION_ORIGIN}

    def stored(self) -> frozenset[str]:
        """What `pauza allow` wrote; nothing where there is no file that can be read."""
        stamp = self._look()
        if stamp != self._stamp:
            self._stored = self._read() if stamp else frozenset()
            self._stamp = stamp
        return self._stored

    def add(self, origin: str) -> None:
        self._write(self.stored() | {origin})

    def remove(self, origin: str) -> None:
        self._write(self.stored() - {origin})

    def _look(self) -> tuple[int, int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino

    def _read(self) -> frozenset[str]:
        try:
            lines = self._path.read_text(encoding="ascii").split()
        except (OSError, UnicodeDecodeError):
            return frozenset()
        return frozenset(line for line in lines if is_origin(line))

    def _write(self, origins: frozenset[str]) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self._path.with_suffix(".part")
        part.write_text("".join(f"{origin}\n" for origin in sorted(origins)), encoding="ascii")
        part.replace(self._path)
