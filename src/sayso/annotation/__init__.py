"""From a document to its marks."""
