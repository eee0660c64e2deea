"""Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Row = Sequence[object]


def table(head: Row, rows: Iterable[Row]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
