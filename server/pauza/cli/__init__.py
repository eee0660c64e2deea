"""The command `pauza`: one file a command, loaded when it is asked for."""

from .main import main

__all__ = ["main"]
