import json

import pytest

from pauza.worker.jobs import Analyse, Job, Preview, Redact, from_header, to_header


@pytest.mark.parametrize(
    "job",
    [
        Analyse("careful"),
        Analyse("quiet", 1024),
        Preview(1024),
        Preview(640, "soft", ((1.5, 2, 3, 4, -15),)),
        Redact("solid"),
        Redact("sticker-cat", ((1, 2, 3, 4, 0), (5, 6, 7, 8, 30))),
    ],
    ids=repr,
)
def test_a_job_survives_its_way_through_a_pipe(job: Job) -> None:
    assert from_header(json.loads(json.dumps(to_header(job)))) == job
