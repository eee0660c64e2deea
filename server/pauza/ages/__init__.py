"""How old the faces look; no identity, no gender."""

from .age import Age
from .estimate import AgeEstimator

__all__ = ["Age", "AgeEstimator"]
