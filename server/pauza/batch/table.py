"""The table beside a report: one line a file, in the words of the wire, for a spreadsheet."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from typing import IO

from .words import Line, shown

COLUMNS = ("file", "verdict", "ask", "child", "unsure", "adult", "why", "hidden", "not_checked")


def write_table(table: IO[str], lines: Iterable[Line]) -> None:
    """Writes the table; the stream leaves the ends of lines as they are (newline="")."""
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for line in lines:
        writer.writerow(_harmless(str(cell)) for cell in _cells(line))


def _cells(line: Line) -> list[object]:
    name = shown(line["file"])
    if error := line.get("error"):
        return [name, *[""] * (len(COLUMNS) - 2), shown(error["detail"])]
    counts = Counter(face["verdict"] for face in line["faces"])
    numbers = [counts[verdict] for verdict in ("child", "unsure", "adult")]
    whys = " ".join(dict.fromkeys(why for face in line["faces"] for why in face["why"]))
    hidden = " ".join(entry["kind"] for entry in line["hidden"])
    return [name, line["verdict"], "yes" if line["nudge"] else "no", *numbers, whys, hidden, ""]


def _harmless(cell: str) -> str:
    """A spreadsheet would take what starts like a formula for one."""
    return f"'{cell}" if cell.lstrip().startswith(("=", "+", "-", "@")) else cell
