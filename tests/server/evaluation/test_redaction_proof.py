from __future__ import annotations

import numpy as np
import pytest

from formats.made import saved, scene
from pauza.evaluation import redaction_proof
from pauza.evaluation.redaction_photos import SharedPhoto
from pauza.formats import Pixels
from pauza.redaction.geometry import Region
from pauza.settings import STYLES, Style

REGION = Region(48, 32, 24, 30, 0)
PHOTO = SharedPhoto("drawn.png", saved(scene(), "PNG"), (), {}, (REGION,), 96)


@pytest.fixture(autouse=True)
def only_png(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redaction_proof, "_MANNERS", {"png": ("PNG", {})})
    monkeypatch.setattr(redaction_proof, "_SIDE", 96)


def test_covers_of_ours_are_proved_in_every_style() -> None:
    proofs = redaction_proof.prove([PHOTO])
    assert [(proof.style, proof.equal, proof.total) for proof in proofs] == [
        (style, 1, 1) for style in STYLES
    ]


def test_a_cover_that_looks_at_the_face_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def leaking(pixels: Pixels, _regions: object, _style: Style) -> Pixels:
        return np.full_like(pixels, round(pixels.mean()))

    monkeypatch.setattr(redaction_proof, "cover", leaking)
    assert {proof.equal for proof in redaction_proof.prove([PHOTO])} == {0}
