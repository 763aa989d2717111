"""The tests: this file lets those of every room import the helpers that stand beside it."""
