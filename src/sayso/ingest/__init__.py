"""From a page to a document."""
