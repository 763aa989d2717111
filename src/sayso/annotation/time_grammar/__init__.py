"""The grammar of English words of time."""
