"""How big may a page be?"""

from typing import Final

PAGE_BYTES: Final = (
    50_000_000  # the longest of some 700 news pages in three corpora has 3 MB; trafilatura takes
)
# about 16 s for 20 MB of paragraphs, so that more than this is no page but an archive
TEXT_POINTS: Final = (
    5_000_000  # code points; a million words of English have about six per word with the space
)
UNPACKED_RATIO: Final = 100  # HTML packs 4 to 20 times; 100 MB of zeros pack a thousand times
RATIO_FROM: Final = 1_000_000  # bytes; below this a high ratio does no harm
