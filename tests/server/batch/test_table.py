import csv
import io
from typing import Any

import pytest

from batch.made import analysed, failed
from pauza.batch.table import write_table


def rows(*lines: dict[str, Any]) -> list[dict[str, str]]:
    table = io.StringIO(newline="")
    write_table(table, lines)
    return list(csv.DictReader(io.StringIO(table.getvalue(), newline="")))


def test_a_line_holds_verdict_counts_reasons_and_hidden_data() -> None:
    line = analysed(
        "sub/a.jpg",
        ("child", []),
        ("unsure", ["age", "small"]),
        ("unsure", ["age"]),
        nudge=True,
        hidden=("place", "date"),
    )
    assert rows(line) == [
        {
            "file": "sub/a.jpg",
            "verdict": "child",
            "ask": "yes",
            "child": "1",
            "unsure": "2",
            "adult": "0",
            "why": "age small",
            "hidden": "place date",
            "not_checked": "",
        }
    ]


def test_what_was_not_checked_has_no_verdict_but_a_reason() -> None:
    (row,) = rows(failed("a.jpg"))
    assert (row["verdict"], row["ask"], row["not_checked"]) == ("", "", "It is damaged.")


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0.jpg", "+1.jpg", "-1.jpg", "@x.jpg", " =1"])
def test_a_name_is_never_a_formula(name: str) -> None:
    (row,) = rows(analysed(name))
    assert row["file"] == f"'{name}"


def test_a_name_never_breaks_the_line() -> None:
    (row,) = rows(analysed('a\r\n"b",\udcff.jpg'))
    assert row["file"] == 'a��"b",�.jpg'
