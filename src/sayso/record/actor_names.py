"""How do the rulings on actors show in statements and mentions?"""

from dataclasses import replace

from sayso.model.heard import Heard
from sayso.model.mention import Mention, Party
from sayso.model.statement import Hop, Statement
from sayso.record.actors import Meanings


def meant(heard: Heard, meanings: Meanings) -> Heard:
    """The same, each voice and party with the actor that it means after the rulings."""
    if not meanings:
        return heard
    report = heard.document.report

    def hop(one: Hop) -> Hop:
        actor = meanings.of(one.voice.actor, report)
        return one if actor == one.voice.actor else replace(one, voice=replace(one.voice, actor=actor))

    def party(one: Party) -> Party:
        actor = meanings.of(one.actor, report)
        return one if actor == one.actor else replace(one, actor=actor)

    def statement(one: Statement) -> Statement:
        return replace(one, chain=tuple(map(hop, one.chain)))

    def mention(one: Mention) -> Mention:
        parties = tuple(map(party, one.actors)), tuple(map(party, one.recipients))
        return replace(one, actors=parties[0], recipients=parties[1])

    return replace(
        heard,
        statements=tuple(map(statement, heard.statements)),
        mentions=tuple(map(mention, heard.mentions)),
    )
