from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from record.heard_made import TEXT, heard, heards, mention, page, span_of, statement, undo
from record.heard_made import ruling as ruling_on
from sayso.model.mention import EventType, Realis
from sayso.model.ruling import TargetKind
from sayso.record.anchor import anchored, extent, located
from sayso.record.codec import decoded, encoded
from sayso.record.events import Join, Verb, grouped
from sayso.record.fold import Status, fold

SAID, MORE_SAID = heard().statements
SHELLED, KILLED, MARCHED = heard().mentions


def ruling(kind, item=None, **told):
    if item is not None:
        told.setdefault("anchor", anchored(heard().document, extent(item), reader="rules/1"))
    return ruling_on(kind, item, **told)


def mentioned(folded, item):
    return next(i for i in folded.mentions if i.machine and i.machine.id == item.id)


def test_it_is_the_machine_s_work_where_nothing_was_ruled():
    folded = fold(heard(), ())
    assert tuple(i.value for i in folded.mentions) == heard().mentions
    assert {i.status for i in folded.mentions + folded.statements} == {Status.UNTOUCHED}


def test_it_accepts_rejects_and_amends():
    amend = ruling("amend", KILLED, field="realis", value='"denied"')
    folded = fold(heard(), (ruling("accept", SHELLED), ruling("reject", MARCHED), amend))
    assert [i.status for i in folded.mentions] == [Status.ACCEPTED, Status.AMENDED, Status.REJECTED]
    item = mentioned(folded, KILLED)
    assert (item.value.realis, item.machine.realis) == (Realis.DENIED, Realis.ACTUAL)
    assert (item.amended, item.rulings) == (("realis",), (amend.id,))


def test_it_lets_the_last_ruling_on_a_field_win():
    first = ruling("amend", KILLED, field="realis", value='"denied"')
    second = ruling("amend", KILLED, field="realis", value='"planned"', n=1)
    assert mentioned(fold(heard(), (first, second)), KILLED).value.realis is Realis.PLANNED
    assert mentioned(fold(heard(), (first, second, undo(second))), KILLED).value.realis is Realis.DENIED


def test_it_undoes_and_undoes_the_undo():
    reject = ruling("reject", KILLED)
    once = undo(reject)
    twice = undo(once, "v")
    assert mentioned(fold(heard(), (reject, once)), KILLED).status is Status.UNTOUCHED
    assert fold(heard(), (reject, once)).undone == (reject,)
    assert mentioned(fold(heard(), (reject, once, twice)), KILLED).status is Status.REJECTED
    assert fold(heard(), (reject, once, twice)).undone == (once,)


def test_it_empties_a_field_by_null():
    amend = ruling("amend", SHELLED, field="when", value="null")
    item = mentioned(fold(heard(), (amend,)), SHELLED)
    assert item.value.when is None
    assert item.status is Status.AMENDED


def test_it_adds_what_the_machine_missed():
    new = mention(heard().document, "denied", "REJECT")
    add = ruling("add", new, value=encoded(new))
    amend = ruling("amend", new, field="background", value="true", anchor=None)
    folded = fold(heard(), (add, amend))
    assert folded.mentions[-1].value == replace(new, background=True)
    assert folded.mentions[-1].status is Status.ADDED
    assert fold(heard(), (add, ruling("reject", new))).mentions[-1].status is Status.REJECTED


def test_it_lays_an_added_item_over_the_same_that_the_machine_meanwhile_finds():
    add = ruling("add", KILLED, value=encoded(replace(KILLED, type=EventType.COERCE)))
    folded = fold(heard(), (add,))
    assert len(folded.mentions) == 3
    assert mentioned(folded, KILLED).value.type is EventType.COERCE
    assert mentioned(folded, KILLED).status is Status.ADDED


def test_it_amends_what_the_page_says_of_itself():
    amend = ruling(
        "amend",
        target=TargetKind.REPORT,
        target_id=heard().document.report,
        field="title",
        value='"Dam gates"',
    )
    folded = fold(heard(), (amend,))
    assert folded.document.value.title == "Dam gates"
    assert folded.document.machine.title is None


def test_it_finds_a_ruling_s_words_again_in_a_changed_text():
    changed = heard(page("Updated at noon.\n" + TEXT.replace("on Monday", "early on Monday")))
    assert changed.mentions[0].id != SHELLED.id
    amend = ruling("amend", SHELLED, field="realis", value='"denied"')
    folded = fold(changed, (amend, ruling("reject", MORE_SAID)))
    assert folded.mentions[0].value.realis is Realis.DENIED
    assert folded.statements[1].status is Status.REJECTED
    assert folded.orphaned == ()


def test_it_finds_the_item_whose_span_another_reader_moved():
    doc = heard().document
    moved = replace(heard(), mentions=(mention(doc, "were killed"),))
    folded = fold(moved, (ruling("reject", KILLED),))
    assert folded.mentions[0].status is Status.REJECTED


def test_it_moves_the_spans_of_a_value_with_the_words_and_drops_those_it_cannot_vouch_for():
    shift = "Updated at noon.\n"
    changed = heard(page(shift + TEXT))
    near = span_of(TEXT, "village of Tamsin")
    far = span_of(TEXT, "Crowds")
    for span, kept in ((near, True), (far, False)):
        party = f'[{{"who":"x","mention":{{"start":{span.start},"end":{span.end}}},"actor":null}}]'
        amend = ruling("amend", SHELLED, field="recipients", value=party)
        (found,) = fold(changed, (amend,)).mentions[0].value.recipients
        assert (found.mention and found.mention.of(changed.document.text)) == (
            span.of(TEXT) if kept else None
        )


def test_it_lists_a_ruling_whose_words_are_gone_as_orphaned():
    gone = heard(page(TEXT.replace("shelled", "was seen near")))
    assert gone.mentions == ()
    reject = ruling("reject", SHELLED)
    assert fold(gone, (reject,)).orphaned == (reject,)


def test_it_orphans_what_cannot_be_understood():
    strange = (
        ruling("amend", SHELLED, field="colour", value='"red"'),
        ruling("amend", SHELLED, field="realis", value='"maybe"'),
        ruling("amend", SAID, field="content", value="[]"),
        ruling("amend", SAID, field="content", value='[{"start":0,"end":100000}]'),
        ruling("add", SHELLED, value="{}"),
        ruling("same", SAID, other_id=MORE_SAID.id),
        ruling("undo", name="x", target=TargetKind.MENTION, target_id="nothing"),
        ruling("undo", name="self", target=TargetKind.MENTION, target_id="self"),
    )
    assert fold(heard(), strange).orphaned == strange


def test_it_does_not_take_a_common_word_elsewhere_for_the_one_ruled_on():
    anchor = anchored(heard().document, span_of(TEXT, "killed"), reader="rules/1")
    other = heard(
        page("Nobody was killed when a crane fell in the harbour, a spokesman said on Sunday evening.")
    )
    assert located(anchor, other.document) is None


def test_it_tells_nested_statements_apart():
    doc = heard().document
    inner = statement(doc, "two drivers were killed", "a nurse", "a driver", "witnesses")
    add = ruling("add", inner, value=encoded(inner))
    assert len(fold(heard(), (add,)).statements) == 3


def test_it_joins_and_parts_mentions():
    doc = heard().document
    a, b, c = (mention(doc, w) for w in ("shelled", "killed", "marched"))
    linked = (a, replace(b, same_as=a.id), replace(c, same_as=a.id))
    same, different = Verb.SAME, Verb.DIFFERENT
    assert grouped((a, b, c)) == ((0,), (1,), (2,))
    assert grouped(linked) == ((0, 1, 2),)
    assert grouped(linked, (Join(verb=different, mention=b.id),)) == ((0, 2), (1,))
    assert grouped(linked, (Join(verb=different, mention=a.id, other=b.id),)) == ((0, 2), (1,))
    assert grouped(linked, (Join(verb=different, mention=a.id),)) == ((0,), (1, 2))
    assert grouped((a, b, c), (Join(verb=same, mention=c.id, other=a.id),)) == ((0, 2), (1,))
    again = (Join(verb=different, mention=b.id), Join(verb=same, mention=b.id, other=c.id))
    assert grouped(linked, again) == ((0, 1, 2),)


# ---- laws ----------------------------------------------------------------------------------------------


@st.composite
def ruled(draw):
    _, what = draw(heards())
    items = [*what.statements, *what.mentions]
    made = []
    for n in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(["accept", "reject", "amend", "undo", "add", "same", "different"]))
        if kind == "undo" or not items:
            name = draw(st.sampled_from([r.id for r in made] or ["nothing"]))
            made.append(ruling("undo", name=f"r{n}", n=n, target=TargetKind.MENTION, target_id=name))
            continue
        item = draw(st.sampled_from(items))
        told = {"anchor": anchored(what.document, extent(item), reader="r")}
        if kind == "amend":
            told |= draw(
                st.sampled_from(
                    [
                        {"field": "stance", "value": '"denies"'},
                        {"field": "realis", "value": '"denied"'},
                        {"field": "hedges", "value": "[]"},
                        {"field": "mode", "value": "null"},
                        {"field": "no", "value": "1"},
                    ]
                )
            )
        if kind == "add":
            told |= {"value": encoded(item), "target_id": draw(st.sampled_from([item.id, f"new{n}"]))}
        if kind in ("same", "different"):
            told |= {"other_id": draw(st.sampled_from(items)).id}
        made.append(ruling(kind, item, name=f"r{n}", n=n, **told))
    return what, tuple(made)


@settings(max_examples=70, deadline=None)
@given(ruled())
def test_it_loses_no_ruling_and_no_work_of_the_machine(both):
    what, rulings = both
    folded = fold(what, rulings)
    all_of_them = folded.attached + folded.orphaned + folded.undone
    assert sorted(r.id for r in all_of_them) == sorted(r.id for r in rulings)
    assert tuple(i.machine for i in folded.mentions if i.machine) == what.mentions
    assert tuple(i.machine for i in folded.statements if i.machine) == what.statements
    assert folded == fold(what, rulings)


@settings(max_examples=50, deadline=None)
@given(ruled())
def test_it_is_as_before_when_every_ruling_is_undone(both):
    what, rulings = both
    undone = tuple(
        ruling("undo", name=f"z{i}", target=r.target, target_id=r.id) for i, r in enumerate(reversed(rulings))
    )
    folded = fold(what, rulings + undone)
    clean = fold(what, ())
    assert (folded.document, folded.statements, folded.mentions, folded.joins) == (
        clean.document,
        clean.statements,
        clean.mentions,
        clean.joins,
    )


@settings(max_examples=24, deadline=None)
@given(st.permutations(["a", "b", "c", "d"]))
def test_it_does_not_mind_the_order_of_unrelated_rulings(order):
    new = mention(heard().document, "denied", "REJECT")
    unrelated = {
        "a": ruling("amend", SHELLED, field="realis", value='"denied"'),
        "b": ruling("reject", KILLED),
        "c": ruling("add", new, value=encoded(new)),
        "d": ruling("amend", SAID, field="stance", value='"denies"'),
    }
    folded = fold(heard(), tuple(unrelated[x] for x in order))
    usual = fold(heard(), tuple(unrelated.values()))
    assert (folded.statements, folded.mentions) == (usual.statements, usual.mentions)


def test_it_reads_every_noun_that_it_writes():
    for item in (SHELLED, SAID):
        assert decoded(type(item), encoded(item)) == item
