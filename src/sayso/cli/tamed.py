"""Which characters of a page must not reach the terminal?"""

# Control characters but the line break, and those that turn the direction of writing about.
STEERING = dict.fromkeys(
    (*range(10), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
)


def tamed(words: str) -> str:
    """The words with a mark for each character that would steer the terminal: pages are not to be trusted."""
    return words.translate(STEERING)
