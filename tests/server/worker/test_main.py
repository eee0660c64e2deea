"""The real worker behind the real pool: the whole core in one process."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pauza.settings import Settings
from pauza.worker.frames import read_frame, write_frame
from pauza.worker.jobs import Analyse, Answer, Job, JobError, Preview, Redact, to_header
from pauza.worker.main import framed
from pauza.worker.pool import Pool
from pauza.worker.process import start_process

BALANCED = Analyse("balanced")
CENTRE = (60.0, 40.0, 40.0, 30.0, 0.0)


@pytest.fixture(scope="module")
def pool(settings: Settings) -> Iterator[Pool]:
    with Pool(settings) as pool:
        yield pool


@pytest.fixture(scope="module")
def grey() -> bytes:
    file = BytesIO()
    Image.new("RGB", (120, 80), "grey").save(file, "JPEG")
    return file.getvalue()


def code_of(pool: Pool, job: Job, photo: bytes) -> str:
    with pytest.raises(JobError) as caught:
        pool.run(job, photo)
    return caught.value.code


def test_an_analysis_comes_as_json(pool: Pool, photos: Path) -> None:
    answer = pool.run(BALANCED, (photos / "children-laughing.jpg").read_bytes())
    analysis = json.loads(answer.data)
    assert (analysis["verdict"], analysis["nudge"]) == ("child", True)
    assert answer.media_type == "application/json"


@pytest.mark.parametrize(
    ("file", "side", "size"),
    [
        ("children-laughing.jpg", None, None),
        ("women-sofa.jpg", 60, None),
        ("children-laughing.jpg", 60, (60, 40)),
        ("children-laughing-exif8.jpg", 60, (60, 40)),
    ],
)
def test_an_analysis_that_nudges_brings_the_preview_that_was_asked_for(
    pool: Pool, photos: Path, file: str, side: int | None, size: tuple[int, int] | None
) -> None:
    answer = pool.run(Analyse("balanced", side), (photos / file).read_bytes())
    preview = json.loads(answer.data)["preview"]
    assert (preview and Image.open(BytesIO(b64decode(preview))).size) == size


def test_a_preview_is_a_small_jpeg(pool: Pool, grey: bytes) -> None:
    answer = pool.run(Preview(60, "solid", (CENTRE,)), grey)
    assert Image.open(BytesIO(answer.data)).size == (60, 40)
    assert answer.media_type == "image/jpeg"


def test_a_redaction_says_what_it_is(pool: Pool, grey: bytes) -> None:
    answer = pool.run(Redact("solid", (CENTRE,)), grey)
    assert (answer.media_type, answer.suffix, answer.changes) == ("image/jpeg", ".jpg", ())
    assert Image.open(BytesIO(answer.data)).size == (120, 80)


def test_a_redaction_says_what_was_lost(pool: Pool) -> None:
    file = BytesIO()
    frames = [Image.new("RGB", (120, 80), colour) for colour in ("grey", "teal")]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    assert pool.run(Redact("solid", (CENTRE,)), file.getvalue()).changes == ("still",)


@pytest.mark.parametrize(
    ("job", "photo", "code"),
    [
        (BALANCED, b"GIF of a kind nobody knows", "unknown_kind"),
        (BALANCED, b"", "unknown_kind"),
        (Redact("soft", (CENTRE,)), b"\xff\xd8\xff\xe0 and then nothing", "damaged"),
    ],
)
def test_what_is_no_photo_is_refused_with_its_cause(
    pool: Pool, job: Job, photo: bytes, code: str
) -> None:
    assert code_of(pool, job, photo) == code


def test_regions_that_cannot_be_are_refused(pool: Pool, grey: bytes) -> None:
    assert code_of(pool, Redact("soft", ((60, 40, 0, 0, 0),)), grey) == "bad_region"
    assert code_of(pool, Preview(64, "soft", (CENTRE,) * 65), grey) == "too_many_regions"


def test_missing_weights_make_it_unwell(settings: Settings, tmp_path: Path, grey: bytes) -> None:
    shutil.copy(settings.models / "manifest.toml", tmp_path)
    with Pool(replace(settings, models=tmp_path)) as pool:
        assert code_of(pool, BALANCED, grey) == "weights_missing"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send")
def test_ctrl_c_is_left_to_the_service_and_a_closed_pipe_ends_it(
    settings: Settings, grey: bytes
) -> None:
    process = start_process(settings)
    assert process.stdin
    assert process.stdout
    with process.stdin, process.stdout:
        assert read_frame(process.stdout)[0] == {"ready": True}
        os.kill(process.pid, signal.SIGINT)
        write_frame(process.stdin, to_header(BALANCED), grey)
        assert "answer" in read_frame(process.stdout)[0]
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_what_a_library_prints_does_not_reach_the_pool() -> None:
    program = (
        "import os; from pauza.worker.main import only_ours\n"
        "pipe = only_ours()\n"
        "print('stray', flush=True); os.write(1, b'stray')\n"
        "pipe.write(b'ours'); pipe.flush()"
    )
    assert subprocess.check_output([sys.executable, "-c", program]) == b"ours"


def test_what_goes_wrong_unexpectedly_is_told_by_its_type_alone() -> None:
    def fail(_job: Job, _photo: bytes) -> Answer:
        raise KeyError("a secret of the photo")

    header, data = framed(fail, to_header(BALANCED), b"")
    assert header == {"error": {"code": "internal", "detail": "KeyError"}}
    assert data == b""
