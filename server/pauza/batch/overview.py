"""An album at a glance: which photo belongs where, and how many there are of each."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from .words import Line, Section


def section_of(line: Line) -> Section:
    if "error" in line:
        return "other" if line["error"]["code"] == "unknown_kind" else "failed"
    if line["nudge"]:
        return "ask"
    return "unsure" if line["verdict"] == "unsure" else "calm"


class Overview:
    """Names by section and photos by kind of hidden data (`any` for those with some)."""

    def __init__(self) -> None:
        self.sections: dict[Section, list[str]] = {name: [] for name in get_args(Section)}
        self.hidden: Counter[str] = Counter()

    def add(self, line: Line) -> None:
        self.sections[section_of(line)].append(line["file"])
        kinds = {entry["kind"] for entry in line.get("hidden", ())}
        self.hidden.update(kinds | {"any"} if kinds else ())

    @property
    def counts(self) -> dict[Section, int]:
        return {section: len(names) for section, names in self.sections.items()}

    @property
    def all_checked(self) -> bool:
        return not (self.sections["failed"] or self.sections["other"])
