"""Faces are covered so that nothing of them is left in the file."""
