"""The reader that a small encoder makes: one pass over a document, every head on it."""
