"""Every file of the corpus through the real service, over HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from corpus import READ, Row, rows
from pauza import formats
from service.running import Running, refused

ANALYSES = "/v1/analyses?sensitivity=balanced&preview_side=64"
REDACTIONS = "/v1/redactions?style=soft&region=80,60,40,50,15"
CLEANED = "/v1/redactions"


@pytest.mark.parametrize("row", rows(expect="ok", strict="1"))
def test_what_must_be_read_is_analysed_covered_and_cleaned(
    row: Row, corpus: Callable[[str], bytes], real: Running
) -> None:
    photo = corpus(row["file"])
    analysed = real.post(ANALYSES, photo)
    assert analysed.status == 200, analysed.code
    seen = json.loads(analysed.body)["photo"]
    assert (seen["width"], seen["height"]) == (int(row["width"]), int(row["height"]))
    for target in (REDACTIONS, CLEANED):
        made = real.post(target, photo)
        assert made.status == 200, made.code
        assert formats.leftovers(made.body) == []


@pytest.mark.parametrize("row", rows(expect="error", strict="1"))
def test_what_must_be_refused_is_refused_with_its_cause(
    row: Row, corpus: Callable[[str], bytes], real: Running
) -> None:
    photo = corpus(row["file"])
    for target in (ANALYSES, REDACTIONS, CLEANED):
        reply = real.post(target, photo)
        assert refused(reply), reply.body
        assert row["format"] in READ or reply.code == "unknown_kind"


@pytest.mark.parametrize("row", rows(strict="0"))
def test_whatever_else_there_is_gets_a_photo_or_a_refusal(
    row: Row, corpus: Callable[[str], bytes], real: Running
) -> None:
    photo = corpus(row["file"])
    for target in (ANALYSES, REDACTIONS, CLEANED):
        reply = real.post(target, photo)
        assert reply.status == 200 or refused(reply), reply.body
