from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from pauza.evaluation.dataset import read_dataset
from pauza.evaluation.predictions import predict, write_predictions
from pauza.settings import Settings


def test_each_picture_gets_the_verdict_of_its_largest_face(
    tmp_path: Path, photo: Callable[[str], bytes], settings: Settings
) -> None:
    (tmp_path / "people.csv").write_text("file,age\nbaby.jpg,1\nnobody.png,30\nbroken.jpg,30\n")
    (tmp_path / "baby.jpg").write_bytes(photo("baby-hand.jpg"))
    Image.fromarray(np.zeros((40, 40, 3), np.uint8)).save(tmp_path / "nobody.png")
    (tmp_path / "broken.jpg").write_bytes(b"no picture")

    predictions = predict(read_dataset(tmp_path / "people.csv"), settings)
    write_predictions(predictions, tmp_path / "out.csv")

    with (tmp_path / "out.csv").open() as file:
        baby, nobody, broken = csv.DictReader(file)
    assert baby["verdict"] == "child"
    assert float(baby["under_13"]) > 0.9
    assert nobody == {"file": "nobody.png", "under_13": "", "under_18": "", "verdict": ""}
    assert broken["verdict"] == ""
