"""Where the faces are; nothing about whose or how old."""

from .face import Box, Face, Landmarks
from .find import FaceFinder

__all__ = ["Box", "Face", "FaceFinder", "Landmarks"]
