"""The document against what the service really says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from pauza.formats import Change, Format, HiddenKind
from pauza.service.app import create_app
from pauza.service.openapi import DOCUMENT
from pauza.service.problems import PROBLEMS, document
from pauza.service.schemas import SCHEMAS
from pauza.settings import EXTENSION_ORIGIN, Settings
from pauza.verdicts import PhotoVerdict, Verdict, Why
from pauza.worker.jobs import Analyse
from pauza.worker.pool import Pool
from worker.tiny import start_tiny


def test_it_has_the_paths_that_the_service_has(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    with Pool(settings, start_tiny) as pool:
        rules = create_app(settings, pool).url_map.iter_rules()
        assert {rule.rule for rule in rules} - {"/practice"} == set(DOCUMENT["paths"])


def test_every_code_stands_at_the_status_that_it_has() -> None:
    told = {
        (code, int(status))
        for path in DOCUMENT["paths"].values()
        for status, response in path["post"]["responses"].items()
        if "content" in response and "application/problem+json" in response["content"]
        for code in response["description"].split(", ")
    }
    expected = {(code, problem.status) for code, problem in PROBLEMS.items()}
    assert expected - told == {("not_found", 404), ("method_not_allowed", 405)}
    assert told <= expected


def test_every_reference_leads_somewhere() -> None:
    names = re.findall(r'"#/components/schemas/(\w+)"', json.dumps(DOCUMENT))
    assert set(names) <= set(SCHEMAS)


@pytest.mark.parametrize(
    ("words", "schema"),
    [
        (get_args(HiddenKind), SCHEMAS["HiddenKind"]),
        (get_args(Change), SCHEMAS["Change"]),
        (get_args(Verdict), SCHEMAS["Verdict"]),
        (get_args(PhotoVerdict), SCHEMAS["Analysis"]["properties"]["verdict"]),
        (get_args(Why), SCHEMAS["Face"]["properties"]["why"]["items"]),
        (
            get_args(Format),
            SCHEMAS["Analysis"]["properties"]["photo"]["properties"]["format"],
        ),
    ],
)
def test_the_words_are_those_of_the_core(words: tuple[str, ...], schema: Any) -> None:
    assert set(words) == set(schema["enum"])


def test_a_true_analysis_has_the_shape_that_is_written(settings: Settings, photos: Path) -> None:
    with Pool(settings) as pool:
        answer = pool.run(Analyse("balanced"), (photos / "women-sofa.jpg").read_bytes())
    analysis = json.loads(answer.data)
    assert analysis["faces"]
    assert analysis["hidden"]
    check(analysis, SCHEMAS["Analysis"])


@pytest.mark.parametrize("parameter", [None, "style"])
def test_a_problem_has_the_shape_that_is_written(parameter: str | None) -> None:
    check(document("bad_parameter", parameter), SCHEMAS["Problem"])


def test_hello_has_the_shape_that_is_written(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    with Pool(settings, start_tiny) as pool:
        hello = (
            create_app(settings, pool)
            .test_client()
            .post(
                "/v1/hello",
                base_url="http://127.0.0.1:8765",
                headers={"Origin": EXTENSION_ORIGIN},
            )
        )
    check(hello.json, SCHEMAS["Hello"])


def check(value: Any, schema: Any) -> None:
    """The part of JSON Schema that the document uses."""
    if "$ref" in schema:
        check(value, SCHEMAS[schema["$ref"].rsplit("/", 1)[1]])
    elif "const" in schema:
        assert value == schema["const"]
    elif "enum" in schema:
        assert value in schema["enum"]
    elif schema["type"] == "object":
        assert set(schema["required"]) <= set(value) <= set(schema["properties"])
        for name, inner in value.items():
            check(inner, schema["properties"][name])
    elif schema["type"] == "array":
        kinds = schema.get("prefixItems") or [schema["items"]] * len(value)
        for inner, kind in zip(value, kinds, strict=True):
            check(inner, kind)
    else:
        check_simple(value, schema)


def check_simple(value: Any, schema: Any) -> None:
    kinds = {
        "number": (int, float),
        "integer": (int,),
        "string": (str,),
        "boolean": (bool,),
        "null": (type(None),),
    }
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    assert any(isinstance(value, kinds[name]) for name in names)
    if "minimum" in schema:
        assert schema["minimum"] <= value <= schema["maximum"]
