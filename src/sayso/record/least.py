"""What is left of a document where only that counts which its reader is sure of?"""

from dataclasses import replace

from sayso.model.heard import Heard
from sayso.model.made import Made
from sayso.record.hearing import joined


def at_least(heard: Heard, least: float) -> Heard:
    """The document without statements and mentions of a lower probability, and without what stands in such a
    statement. What has no probability stays: rules and members give none."""
    statements = tuple(one for one in heard.statements if _passes(one.made, least))
    doubted = {one.id for one in heard.statements} - {one.id for one in statements}
    mentions = [one for one in heard.mentions if _passes(one.made, least) and one.statement not in doubted]
    trends = tuple(one for one in heard.trends if one.statement not in doubted)
    return replace(heard, statements=statements, mentions=joined(mentions), trends=trends)


def _passes(made: Made, least: float) -> bool:
    return made.p is None or made.p >= least
