"""The reader that follows rules over the tables of the lexicon."""
