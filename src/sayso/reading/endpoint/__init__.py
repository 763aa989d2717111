"""The reader that asks a language model elsewhere, and takes only what stands in the text."""
