"""The report over an album: one page that needs nothing but itself, in both themes and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import words
from .overview import Overview
from .words import Line, Section

HERE = Path(__file__).parent
STYLE = HERE / "report.css"
PAGE = "report.html.jinja"


@dataclass(frozen=True)
class Card:
    """One photo of the page, in words. `preview` is a JPEG in base64 with all faces covered."""

    name: str
    verdict: str
    told: Sequence[str]
    preview: str
    checked: bool


def card_of(line: Line) -> Card:
    checked, preview = "error" not in line, line.get("preview", "")
    told = words.told(line)
    if checked and not preview:
        told.append(words.NO_PICTURE)
    return Card(words.shown(line["file"]), words.verdict(line), told, preview, checked)


def write_page(
    page: IO[str], folder: str, overview: Overview, line_of: Callable[[str], Line], day: date
) -> None:
    """Writes the page, one photo after the other: an album need not fit into memory."""

    def cards(section: Section) -> Iterator[Card]:
        return (card_of(line_of(name)) for name in overview.sections[section])

    sections = [
        (section, *words.HEADINGS[section], count, cards(section))
        for section, count in overview.counts.items()
        if count
    ]
    pages = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
    page.writelines(
        pages.get_template(PAGE).generate(
            title=words.title(words.shown(folder)),
            style=STYLE.read_text(encoding="utf-8"),
            summary=words.summary(overview.counts, overview.hidden),
            sections=sections,
            foot=[words.checked_on(day), *words.FOOT],
        )
    )
