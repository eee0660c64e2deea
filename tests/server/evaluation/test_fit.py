from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pauza.evaluation.fit import held_out_scores, logistic_fit, main
from pauza.settings import from_environment


def made(count: int = 4000) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(1)
    evidence = random.normal(size=(count, 2))
    odds = 0.5 + evidence @ np.array([2.0, -1.0])
    return evidence, (random.random(count) < 1 / (1 + np.exp(-odds))).astype(float)


def test_the_fit_finds_the_weights_that_made_the_labels() -> None:
    assert logistic_fit(*made()) == pytest.approx([0.5, 2.0, -1.0], abs=0.15)


def test_a_group_that_is_nothing_but_noise_is_not_learnt_by_heart() -> None:
    evidence, labels = made()
    random_labels = np.random.default_rng(2).permutation(labels)
    groups = [str(index) for index in range(len(labels))]
    scores = held_out_scores(evidence, random_labels, groups)
    assert abs(np.corrcoef(scores, random_labels)[0, 1]) < 0.1


def test_without_the_faces_there_is_a_sentence_about_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PAUZA_SHARED", str(tmp_path))
    assert main(from_environment()) == 1
    assert "Set PAUZA_SHARED" in capsys.readouterr().err
