from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from formats.made import pixels_of, saved, scene
from pauza import formats


@pytest.mark.parametrize(
    "output", [formats.clean, lambda data: formats.write(formats.read(data).pixels, data)]
)
def test_a_gif_leaves_as_a_png_with_the_same_pixels(
    output: Callable[[bytes], formats.Written],
) -> None:
    source = saved(scene(), "GIF")
    written = output(source)
    assert written.suffix == ".png"
    assert np.array_equal(pixels_of(written.data), pixels_of(source))


def test_a_gif_is_never_an_output() -> None:
    assert formats.leftovers(saved(scene(), "GIF")) == ["gif is no format of outputs"]


def test_comments_and_what_follows_the_trailer_are_named(corpus: Callable[[str], bytes]) -> None:
    plain = saved(scene(), "GIF")
    assert formats.hidden(plain) == ()
    assert formats.hidden(saved(scene(), "GIF", comment=b"canary")) == ("other",)
    assert formats.hidden(plain + b"canary") == ("other",)
    assert formats.hidden(corpus("gif_comment.gif")) == ("other",)


def test_looping_tells_nothing(corpus: Callable[[str], bytes]) -> None:
    assert formats.hidden(corpus("gif_anim.gif")) == ()
