"""`pauza check`, with the real worker where photos are, with the tiny one where it fails."""

from __future__ import annotations

import base64
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from batch.made import analysed, failed
from pauza.batch.album import File, FileError
from pauza.cli.check import checked, looked_at, sentence
from pauza.cli.ending import Ending
from pauza.cli.files import Photos
from pauza.cli.main import pauza
from pauza.settings import Settings
from pauza.worker.jobs import Answer, Job, Preview
from pauza.worker.pool import Pool
from worker.tiny import start_tiny


@pytest.fixture
def tiny() -> Iterator[Photos]:
    settings = Settings(max_body_mib=1)
    with Pool(settings, start_tiny) as pool:
        yield Photos(pool, settings)


def written(folder: Path, data: bytes) -> Path:
    path = folder / "photo.jpg"
    path.write_bytes(data)
    return path


def check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pauza, ["check", *map(str, arguments)])


class TestJson:
    def test_a_line_is_the_analysis_with_the_file(self, photos: Path) -> None:
        child, forest = photos / "children-laughing.jpg", photos / "forest.jpg"
        ended = check("--json", "--sensitivity", "careful", child, forest)
        lines = [json.loads(line) for line in ended.output.splitlines()]
        assert ended.exit_code == 0
        assert [(line["file"], line["verdict"]) for line in lines] == [
            (str(child), "child"),
            (str(forest), "none"),
        ]
        assert lines[0]["faces"]

    def test_a_file_that_is_no_photo_has_an_error_and_the_others_go_on(
        self, photos: Path, tmp_path: Path
    ) -> None:
        bad = written(tmp_path, b"no photo")
        ended = check("--json", bad, tmp_path / "missing.jpg", tmp_path, photos / "forest.jpg")
        lines = [json.loads(line) for line in ended.output.splitlines()]
        assert ended.exit_code == 1
        assert [line.get("error", {}).get("code") for line in lines] == [
            "unknown_kind",
            "unreadable",
            "unreadable",
            None,
        ]
        assert all(line["error"]["detail"].endswith(".") for line in lines[:3])
        assert "--report" in lines[2]["error"]["detail"]

    def test_a_file_above_the_limit_is_not_read(self, tiny: Photos, tmp_path: Path) -> None:
        line = checked(tiny, written(tmp_path, bytes(2**20 + 1)), "balanced")
        assert line["error"]["code"] == "too_large"

    def test_a_file_that_ends_the_worker_is_not_the_end(self, tiny: Photos, tmp_path: Path) -> None:
        line = checked(tiny, written(tmp_path, b"die"), "balanced")
        assert line["error"]["code"] == "worker_lost"
        line = checked(tiny, written(tmp_path, b'{"verdict": "none"}'), "balanced")
        assert line["verdict"] == "none"

    def test_without_weights_it_ends_and_says_what_to_do(self, tmp_path: Path) -> None:
        with Pool(Settings(), lambda settings: start_tiny(settings, "weights_missing")) as pool:
            photos = Photos(pool, Settings())
            with pytest.raises(Ending, match="pauza weights fetch"):
                checked(photos, written(tmp_path, b"x"), "balanced")


class TestSentences:
    def test_name_what_was_found_and_what_is_hidden(self) -> None:
        found = analysed("a.jpg", ("child", []), ("adult", []), hidden=("place", "date"))
        assert sentence(found) == (
            "a.jpg: A child's face may be visible. 1 face may be a child's. "
            "1 face looks grown-up. Hidden in the file: the place and the date."
        )
        assert sentence(analysed("a.jpg")) == "a.jpg: No face was found."

    def test_never_pass_an_error_off_as_checked(self) -> None:
        line = failed("a.jpg", detail="The photo is damaged.")
        assert sentence(line) == "a.jpg: Not checked. The photo is damaged."


def test_without_a_path_it_says_how_it_is_used() -> None:
    assert check().exit_code == 2


class TestReport:
    @pytest.fixture
    def album(self, photos: Path, tmp_path: Path) -> Path:
        """A child, nobody, and two files that can't be checked."""
        folder = tmp_path / "album"
        folder.mkdir()
        shutil.copy(photos / "class-two-children.jpg", folder / "child.jpg")
        Image.new("RGB", (640, 480), "teal").save(folder / "wall.jpg")
        (folder / "half.jpg").write_bytes((folder / "child.jpg").read_bytes()[:9000])
        (folder / "notes.txt").write_text("no photo")
        return folder

    def test_is_a_page_and_a_table_about_every_file(self, album: Path, tmp_path: Path) -> None:
        ended = check(album, "--report", tmp_path / "report.html")
        assert ended.exit_code == 1
        assert ended.stdout.startswith("Pauza checked 2 photos. 1 of them may show a child's face.")
        assert (
            "1 photo could not be checked. 1 file is of a kind that Pauza can't check."
            in ended.stdout
        )
        assert {path.name for path in tmp_path.iterdir()} == {"album", "report.html", "report.csv"}
        page = (tmp_path / "report.html").read_text(encoding="utf-8")
        pictures = re.findall(r'src="data:image/jpeg;base64,([^"]+)"', page)
        sizes = [Image.open(io.BytesIO(base64.b64decode(data))).size for data in pictures]
        assert [max(size) for size in sizes] == [320, 320]
        assert re.findall("<h3>([^<]+)", page) == ["child.jpg", "half.jpg", "notes.txt", "wall.jpg"]

    def test_its_pictures_have_every_face_covered(
        self, album: Path, settings: Settings, tmp_path: Path
    ) -> None:
        check(album, "--report", tmp_path / "report.html")
        page = (tmp_path / "report.html").read_text(encoding="utf-8")
        picture = base64.b64decode(re.findall(r'base64,([^"]+)"', page)[0])
        with Pool(settings) as pool:
            assert Photos(pool, settings).analysis(picture)["verdict"] == "none"

    def test_may_lie_in_the_folder_itself_and_is_not_part_of_it(self, album: Path) -> None:
        check(album, "--report", album / "report.html")
        assert "report" not in (album / "report.csv").read_text(encoding="utf-8")

    @pytest.mark.parametrize("name", ["report.html", "report.csv"])
    def test_never_takes_the_place_of_a_file(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_text("mine")
        ended = check(tmp_path, "--report", tmp_path / "report.html")
        assert ended.exit_code == 2
        assert ended.stderr == f"{tmp_path / name} is there already.\n"
        assert (tmp_path / name).read_text() == "mine"

    @pytest.mark.parametrize(
        "arguments",
        [("--report", "report.txt"), ("--report", "a.html", "--json"), ("--report", "a.html", "b")],
    )
    def test_that_can_not_be_made_ends_with_a_sentence(
        self, tmp_path: Path, arguments: tuple[str, ...]
    ) -> None:
        ended = check(tmp_path, *arguments)
        assert ended.exit_code == 2
        assert "report" in ended.stderr
        assert ended.stdout == ""

    def test_of_a_crowd_shows_no_picture_rather_than_a_face(
        self, tiny: Photos, tmp_path: Path
    ) -> None:
        analysis = {"verdict": "adult", "faces": [], "regions": []}
        path = written(tmp_path, json.dumps(analysis).encode())
        photos = Crowded(tiny.pool, tiny.settings)
        line = looked_at(photos, File(path.name, path, 1, 1), "balanced")
        assert line == {"file": "photo.jpg", **analysis, "preview": ""}


class Crowded(Photos):
    """More faces are found than can be covered; a real photo of that many takes too long here."""

    def ask(self, job: Job, data: bytes) -> Answer:
        if isinstance(job, Preview):
            raise FileError("too_many_regions", "Pauza covers up to 64 places in one photo.")
        return super().ask(job, data)
