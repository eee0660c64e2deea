import io

from pauza.batch.progress import Progress
from pauza.batch.words import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_many_are_done_and_what_time_is_left() -> None:
    times = iter([0.0, 2.0, 4.0])
    terminal = Terminal()
    with Progress(4, terminal, lambda: next(times)) as shown:
        shown.step()
        shown.step()
    lines = [line.strip() for line in terminal.getvalue().split("\r") if line.strip()]
    assert list(dict.fromkeys(lines)) == [
        "1 of 4 photos, about 6 s left",
        "2 of 4 photos, about 4 s left",
    ]


def test_a_file_gets_only_the_lines_that_stay() -> None:
    file = io.StringIO()
    with Progress(1, file, lambda: 0.0) as shown:
        shown.step()
        shown.tell("a.jpg: no copy written.")
    assert file.getvalue() == "a.jpg: no copy written.\n"


def test_long_times_are_told_in_minutes() -> None:
    assert progress(1, 601, 1.0) == "1 of 601 photos, about 10 min left"
