"""Measures the judgement on labelled pictures, in the open."""
