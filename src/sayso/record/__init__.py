"""The store: what was read, and what members ruled."""
