"""A small window above all others, to drag the files and folders of the command line out of."""

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402 - the versions have to be said first

URIS = [Path(path).resolve().as_uri() for path in sys.argv[1:]]


def main() -> None:
    window = Gtk.Window(title="photos")
    window.set_keep_above(True)
    window.set_decorated(False)
    window.set_default_size(120, 120)
    window.move(0, 0)
    place = Gtk.EventBox()
    targets = [Gtk.TargetEntry.new("text/uri-list", 0, 0)]
    place.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, targets, Gdk.DragAction.COPY)
    place.connect("drag-data-get", lambda _place, _context, data, *_: data.set_uris(URIS))
    window.add(place)
    window.connect("map-event", lambda *_: print("shown", flush=True))
    window.connect("destroy", Gtk.main_quit)
    window.show_all()
    Gtk.main()


if __name__ == "__main__":
    main()
