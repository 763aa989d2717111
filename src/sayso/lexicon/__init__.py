"""The words: tables that a researcher can edit, with the look-up beside each."""
