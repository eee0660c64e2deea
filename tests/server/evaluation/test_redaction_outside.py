from io import BytesIO

import numpy as np

from formats.made import scene
from pauza.evaluation.redaction_outside import in_blocks, measure_outside
from pauza.evaluation.redaction_photos import SharedPhoto
from pauza.redaction.geometry import Region


def test_a_changed_pixel_takes_its_whole_block() -> None:
    changed = np.zeros((20, 40), np.bool_)
    changed[17, 33] = True
    rows, columns = np.nonzero(in_blocks(changed))
    assert {*rows} == set(range(16, 20))
    assert {*columns} == set(range(32, 40))


def test_blocks_that_touch_no_cover_are_coded_as_without_one() -> None:
    file = BytesIO()
    scene((320, 240)).save(file, "JPEG", quality=90)
    region = Region(160, 120, 60, 80, 0)
    photo = SharedPhoto("a.jpg", file.getvalue(), (), {}, (region,), 320)
    for rests in measure_outside([photo]).values():
        assert [rest.other for rest in rests] == [0]
        assert rests[0].saved > 40
