"""Which pairs match the most things one to one, where only some pairs are admissible?"""

from collections.abc import Sequence


def matched(admissible: Sequence[Sequence[int]], others: int) -> dict[int, int]:
    """A largest matching: for each of the ones that got a partner, its number among `others`.

    `admissible[i]` lists the others that may go with the i-th one. Augmenting paths, without recursion: a
    hostile file may have thousands in one chain.
    """
    partner: list[int | None] = [None] * others
    for one in range(len(admissible)):
        _augment(admissible, partner, one)
    return {one: other for other, one in enumerate(partner) if one is not None}


def _augment(admissible: Sequence[Sequence[int]], partner: list[int | None], start: int) -> None:
    came: dict[int, int] = {}  # other: the one it was reached from
    queue, place = [start], 0
    while place < len(queue):
        one = queue[place]
        place += 1
        for other in admissible[one]:
            if other in came:
                continue
            came[other] = one
            taken_by = partner[other]
            if taken_by is None:
                _flip(came, partner, other, start)
                return
            queue.append(taken_by)


def _flip(came: dict[int, int], partner: list[int | None], other: int, start: int) -> None:
    """Gives each other of the path to the one it was reached from."""
    held = {one: other for other, one in enumerate(partner) if one is not None}
    while True:
        one = came[other]
        partner[other] = one
        if one == start:
            return
        other = held[one]
