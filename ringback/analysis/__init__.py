"""Frames in, frames out: answer rates, best windows, lost contact, causes, experiments, drift.

Nothing here reads a clock, a database or a file. ``as_of`` (aware UTC) and the sections of the policy are arguments, and a
row later than ``as_of`` is never looked at. The columns that each function takes and gives stand in ``frames.py``.
"""
