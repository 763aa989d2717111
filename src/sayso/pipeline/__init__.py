"""The stages put together: assembled in one place, run so that they resume."""
