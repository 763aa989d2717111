"""Figures of quality, as pure functions."""
