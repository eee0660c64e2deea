from typing import get_args

import pytest

from pauza.formats.photo import PhotoErrorCode
from pauza.redaction.redact import RegionErrorCode
from pauza.service.problems import PROBLEMS, Code, EdgeCode, document
from pauza.settings import Settings
from pauza.worker.jobs import PhotoCode, PoolCode

CODES = {*get_args(EdgeCode), *get_args(PhotoCode), *get_args(PoolCode)}


def test_every_code_has_its_problem_and_every_problem_its_code() -> None:
    assert set(PROBLEMS) == CODES


def test_every_code_of_the_core_is_known_to_the_edge() -> None:
    assert {*get_args(PhotoErrorCode), *get_args(RegionErrorCode)} <= CODES


@pytest.mark.parametrize("code", PROBLEMS)
def test_each_says_what_happened_and_what_to_do(code: Code) -> None:
    told = document(code)
    assert told["code"] == code
    assert str(told["detail"]).endswith((".", "pauza weights fetch", "pauza doctor"))
    assert not str(told["title"]).endswith(".")


def test_only_what_passes_by_itself_asks_to_try_again_later() -> None:
    assert {code for code, problem in PROBLEMS.items() if problem.retry_after} == {
        "busy",
        "warming",
    }


def test_the_sentence_names_the_true_limit() -> None:
    assert f"{Settings().max_body_mib} MiB" in PROBLEMS["too_large"].detail
