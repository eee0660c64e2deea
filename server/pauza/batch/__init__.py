"""Whole folders of photos: walked, done on all cores, taken up again after a break, reported."""
