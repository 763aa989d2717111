"""How big may a page be?"""

from typing import Final

# The longest of some 700 news pages in three corpora has 3 MB; trafilatura takes about 16 s for 20 MB of
# paragraphs: more than this is no page but an archive.
PAGE_BYTES: Final = 50_000_000
# Code points: a million words of English, at about six to a word with its space, and some room.
TEXT_POINTS: Final = 8_000_000
UNPACKED_RATIO: Final = 100  # HTML packs 4 to 20 times; 100 MB of zeros pack a thousand times
RATIO_FROM: Final = 1_000_000  # bytes; below this a high ratio does no harm
