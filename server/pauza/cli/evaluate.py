"""`pauza evaluate DATASET.csv`: the figures of the judgement on your own labelled pictures."""

from __future__ import annotations

from pathlib import Path

import click

from ..evaluation.dataset import DatasetError, read_dataset
from ..evaluation.people_report import people_section
from ..evaluation.predictions import predict, write_predictions
from ..settings import from_environment


@click.command
@click.argument("dataset", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--predictions",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write file,under_13,under_18,verdict of the largest face here.",
)
def evaluate(dataset: Path, predictions: Path | None) -> None:
    """Measure the judgement on DATASET: file,age[,gender,race,source,group].

    Ages are years or ranges (7, 3-9, 70+). The pictures lie in a zip of the same name beside the
    CSV, in a folder of its name, or in its own folder.
    """
    try:
        found = predict(read_dataset(dataset), from_environment())
    except DatasetError as error:
        raise click.ClickException(str(error)) from error
    if predictions:
        write_predictions(found, predictions)
    click.echo(people_section(found))
