"""pauza evaluate"""

from __future__ import annotations

from pathlib import Path

import click

from ..batch.new_file import unwritable
from ..evaluation.dataset import DatasetError, read_dataset
from ..evaluation.people_report import people_section
from ..evaluation.predictions import Prediction, predict, write_predictions
from ..settings import Settings
from ..weights import WeightsError, verified
from .ending import Ending


@click.command()
@click.argument("dataset", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--predictions",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write file,under_13,under_18,verdict of the largest face here.",
)
@click.pass_obj
def evaluate(settings: Settings, dataset: Path, predictions: Path | None) -> None:
    """Measure the judgement on DATASET: file,age[,gender,race,source,group].

    Ages are years or ranges (7, 3-9, 70+). The pictures lie in a zip of the same name beside the
    CSV, in a folder of its name, or in its own folder.
    """
    try:
        verified(settings)  # here there is somebody to tell
        found = predict(read_dataset(dataset), settings)
    except (DatasetError, WeightsError) as error:
        raise Ending(str(error)) from None
    if predictions:
        _write(found, predictions)
    click.echo(people_section(found))


def _write(found: list[Prediction], predictions: Path) -> None:
    try:
        write_predictions(found, predictions)
    except OSError as error:
        raise Ending(unwritable(predictions, error).detail) from None
