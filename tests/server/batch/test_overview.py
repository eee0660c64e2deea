from typing import Any

import pytest

from batch.made import analysed, failed
from pauza.batch.overview import Overview, section_of


@pytest.mark.parametrize(
    ("line", "section"),
    [
        (analysed("a", ("child", []), nudge=True), "ask"),
        (analysed("a", ("unsure", ["age"]), nudge=True), "ask"),
        (analysed("a", ("unsure", ["small"])), "unsure"),
        (analysed("a", ("adult", [])), "calm"),
        (analysed("a"), "calm"),
        (failed("a", "damaged"), "failed"),
        (failed("a", "took_too_long"), "failed"),
        (failed("a", "unknown_kind"), "other"),
    ],
)
def test_a_photo_belongs_where_its_line_says(line: dict[str, Any], section: str) -> None:
    assert section_of(line) == section


def test_a_photo_with_several_kinds_of_hidden_data_counts_once() -> None:
    overview = Overview()
    for line in (analysed("a", hidden=("place", "date")), analysed("b", hidden=("date",))):
        overview.add(line)
    assert overview.hidden == {"any": 2, "place": 1, "date": 2}


@pytest.mark.parametrize("code", ["damaged", "unknown_kind"])
def test_one_file_that_nobody_looked_at_means_that_not_all_is_checked(code: str) -> None:
    overview = Overview()
    overview.add(analysed("a"))
    assert overview.all_checked
    overview.add(failed("b", code))
    assert not overview.all_checked
