from __future__ import annotations

import io
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

from batch.made import analysed, failed
from pauza.batch.overview import Overview
from pauza.batch.report import STYLE, write_page

DAY = date(2026, 3, 9)
HOSTILE = "<script>alert(1)</script>\"'\n<img src=x>\udcff.jpg"


def page_of(*lines: dict[str, Any], folder: str = "album") -> str:
    overview = Overview()
    for line in lines:
        overview.add(line)
    page = io.StringIO()
    write_page(page, folder, overview, {line["file"]: line for line in lines}.__getitem__, DAY)
    return page.getvalue()


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def headings(page: str) -> list[str]:
    return re.findall(r"<h[23]>([^<]+?) ?<", page)


def test_photos_that_ask_come_first_then_those_nobody_looked_at() -> None:
    page = page_of(
        analysed("calm.jpg"),
        failed("notes.txt", "unknown_kind"),
        analysed("doubt.jpg", ("unsure", ["small"])),
        failed("half.jpg"),
        analysed("child.jpg", ("child", []), nudge=True),
    )
    assert headings(page) == [
        "Look at these first",
        "child.jpg",
        "Not checked",
        "half.jpg",
        "Could not be checked",
        "notes.txt",
        "Not sure",
        "doubt.jpg",
        "No child&#39;s face found",
        "calm.jpg",
    ]


def test_a_photo_says_what_was_found_why_it_is_unsure_and_what_is_hidden() -> None:
    faces = ("child", list[str]()), ("unsure", ["turned"])
    page = page_of(analysed("a.jpg", *faces, nudge=True, hidden=("place",)))
    assert "1 face may be a child&#39;s." in page
    assert "1 face is unsure: it is turned to the side." in page
    assert "Hidden in the file: the place." in page
    assert "Checked on 9 March 2026." in page


def test_what_could_not_be_checked_says_so_and_why() -> None:
    page = page_of(failed("half.jpg"))
    assert "Not checked." in page
    assert "It is damaged." in page
    assert "1 photo could not be checked." in page


def test_without_a_picture_the_reason_is_said() -> None:
    page = page_of({**analysed("crowd.jpg"), "preview": ""})
    assert "<img" not in page
    assert "No picture is shown" in page


def test_names_are_words_never_markup() -> None:
    page = page_of(analysed(HOSTILE), failed(HOSTILE + "2"), folder=HOSTILE)
    tags = Tags(page).found
    assert {tag for tag, _ in tags} <= {
        *("html", "head", "meta", "title", "style", "body", "header", "main", "footer"),
        *("section", "h1", "h2", "h3", "div", "p", "span", "ul", "li", "img"),
    }
    assert [attributes["src"] for tag, attributes in tags if tag == "img"] == [
        "data:image/jpeg;base64,AAAA"
    ]
    page.encode("utf-8")


def test_the_page_needs_nothing_but_itself_and_runs_nothing() -> None:
    page = page_of(analysed("a.jpg"))
    policy = next(
        attributes["content"]
        for tag, attributes in Tags(page).found
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "://" not in page
    assert "url(" not in STYLE.read_text(encoding="utf-8")
