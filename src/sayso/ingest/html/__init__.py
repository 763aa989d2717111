"""How does the source of a saved page become text in typed blocks, with what the page states of itself?"""

from sayso.ingest.html.extract import from_html

__all__ = ["from_html"]
