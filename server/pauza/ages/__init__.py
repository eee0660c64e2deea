"""How old the faces look; no identity, no gender."""

from .estimate import Age, AgeEstimator

__all__ = ["Age", "AgeEstimator"]
