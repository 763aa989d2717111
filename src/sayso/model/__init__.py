"""The nouns: frozen, slotted, keyword-only dataclasses; no I/O, nothing third-party."""
