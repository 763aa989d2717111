"""Which texts are learned from: none that the judges share words with."""

from dataclasses import replace

import msgspec
import pytest

from invented import invented
from sayso.errors import InputError, SettingsError
from sayso.exchange.heard1 import encode
from sayso.training.corpora import annotated, m2e2, polnear
from sayso.training.data import divided, gather
from sayso.training.example import Example
from sayso.training.overlap import RUN

DEV = "The pilot boat brought the harbour master to the island before the storm broke and nobody ashore knew."
SEED = "Nine crates of lamp oil were found under the customs house floor by a clerk who had lost his keys."
ALONE = "A quite different report, of which no judge holds more than a word or two, stands here by itself."


def bare(name, text):
    """An annotated text without annotation."""
    return replace(
        invented(name), text=text, blocks={}, statements=(), events=(), trends=(), captions=(), wires=(),
        bylines=(), corrections=(),
    )  # fmt: skip


@pytest.fixture
def shared(tmp_path):
    """A folder of corpora of our own."""
    gold = tmp_path / "gold"
    attribution = tmp_path / "data" / "attribution"
    gold.mkdir()
    attribution.mkdir(parents=True)
    shares = " ".join(DEV.split()[2 : 2 + RUN])
    nearly = " ".join(DEV.split()[2 : 1 + RUN])
    (gold / "dev.jsonl").write_bytes(encode(bare("d", DEV)))
    (gold / "seed.jsonl").write_bytes(encode(bare("s", SEED)))
    lines = [
        bare("fine", ALONE),
        bare("taken", f"It began: {shares.upper()}!"),
        bare("near", f"{nearly} so."),
    ]
    (gold / "train.jsonl").write_bytes(b"\n".join(encode(line) for line in lines))
    other = {"id": "of-seed", "text": f"{ALONE} {SEED}", "date": "2016-02-03", "attributions": []}
    one = {"id": "alone", "text": "Ships sailed.", "date": "2016-02-01", "attributions": []}
    (attribution / "polnear-train.jsonl").write_bytes(
        b"\n".join(msgspec.json.encode(line) for line in (other, one))
    )
    return tmp_path


WANTED = (annotated.NAME, polnear.NAME)


def test_it_learns_from_no_text_that_shares_thirteen_words_with_gold_dev_or_seed(shared):
    told = gather(shared, WANTED)
    assert [example.id for example in told.examples] == ["fine", "near", "alone"]
    assert [(source.texts, source.left_out) for source in told.sources] == [(2, 1), (1, 1)]


def test_it_tells_the_card_what_was_read(shared):
    source = gather(shared, WANTED).sources[1]
    assert source.published == ("2016-02-01", "2016-02-01")
    assert source.words == 2
    assert [file.name for file in source.files] == ["data/attribution/polnear-train.jsonl"]
    assert all((source.licence, source.origin, len(source.files[0].sha256) == 64))


def test_it_notices_a_changed_file(shared):
    before = gather(shared, WANTED).sources
    path = shared / "data/attribution/polnear-train.jsonl"
    path.write_bytes(path.read_bytes().replace(b"sailed", b"rolled"))
    assert gather(shared, WANTED).sources != before


def test_it_learns_nothing_without_the_judges(shared):
    (shared / "gold/seed.jsonl").unlink()
    with pytest.raises(InputError, match=r"gold/seed\.jsonl"):
        gather(shared, WANTED)


def test_it_names_the_file_that_is_missing_and_the_next_step(shared):
    with pytest.raises(InputError, match=r"m2e2-train\.jsonl.*`corpora` beneath"):
        gather(shared, (m2e2.NAME,))


def test_it_lists_the_corpora_where_one_is_not_known(shared):
    with pytest.raises(SettingsError, match=r"'bbc'; there are: gold/train"):
        gather(shared, ("bbc",))


def texts(count, source="other", name="t{}"):
    return [
        Example(id=name.format(k), source=source, text=f"Text {k}.", layers=frozenset()) for k in range(count)
    ]


def test_it_holds_out_the_same_tenth_whatever_the_order():
    learnt, held = divided(texts(500), 0.1)
    assert 25 < len(held) < 80
    assert len(learnt) + len(held) == 500
    assert {one.id for one in divided(texts(500)[::-1], 0.1)[1]} == {one.id for one in held}


def test_it_keeps_the_sentences_of_one_document_together():
    learnt, held = divided(texts(40, m2e2.NAME, "VOA_7_{}"), 0.5)
    assert not learnt or not held


def test_it_holds_out_nothing_where_all_shall_be_learned():
    assert divided(texts(50), 0.0)[1] == []


def test_it_judges_by_no_text_that_shares_words_with_what_was_learned():
    same = [replace(one, text=DEV) for one in texts(60)]
    learnt, held = divided(same, 0.5)
    assert learnt
    assert held == []
