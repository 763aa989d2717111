"""A vocabulary of our own sentences, and an encoder small enough to learn them by heart."""

import msgspec
import pytest

from sayso.reading.encoder.pieces import BEGIN, END

TEXTS = (
    {
        "text": "The envoy said rebels shelled the port on Monday. Nobody was hurt.",
        "published": "2021-07-14",
        "statements": [
            {
                "content": ["rebels shelled the port on Monday"],
                "chain": [{"m": "The envoy", "cue": "said", "kind": "person", "named": False}],
                "stance": "asserts",
            }
        ],
        "events": [
            {
                "trigger": "shelled",
                "type": "ASSAULT",
                "mode": "heavy-weapons",
                "realis": "actual",
                "actor": ["rebels"],
                "recipient": ["the port"],
                "when": ["on Monday"],
            }
        ],
    },
    {
        "text": "Police arrested two dockers in Larmouth. The harbour union denied that they had struck.",
        "statements": [
            {
                "content": ["they had struck"],
                "chain": [{"m": "The harbour union", "cue": "denied", "kind": "organisation", "named": True}],
                "stance": "denies",
            }
        ],
        "events": [
            {
                "trigger": "arrested",
                "type": "COERCE",
                "mode": "arrest",
                "realis": "actual",
                "actor": ["Police"],
                "recipient": ["two dockers"],
                "place": ["Larmouth"],
            }
        ],
    },
    {
        "text": "The minister warned that the army would bomb the depot.",
        "statements": [
            {
                "content": ["the army would bomb the depot"],
                "chain": [{"m": "The minister", "cue": "warned", "kind": "person", "named": False}],
                "stance": "threatens",
            }
        ],
        "events": [
            {
                "trigger": "bomb",
                "type": "ASSAULT",
                "realis": "threatened",
                "actor": ["the army"],
                "recipient": ["the depot"],
            }
        ],
    },
    {
        "text": "Attacks on depots have grown since January. Students marched in Oldport.",
        "events": [
            {
                "trigger": "marched",
                "type": "PROTEST",
                "mode": "demo",
                "realis": "actual",
                "actor": ["Students"],
                "place": ["Oldport"],
            }
        ],
        "trends": [{"m": "Attacks on depots have grown", "type": "ASSAULT", "direction": "up"}],
    },
)
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,:;'\"!?-()"


@pytest.fixture(scope="session")
def tokenizer():
    """A tokenizer whose marks of beginning and end have the numbers of BERT's."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer

    words = sorted({word.strip(".,").lower() for line in TEXTS for word in line["text"].split()})
    rest = [*words, *LETTERS, *(f"##{sign}" for sign in LETTERS)]
    names = [*(f"[unused{k}]" for k in range(BEGIN - 1)), "[UNK]", "[CLS]", "[SEP]", *dict.fromkeys(rest)]
    assert names.index("[SEP]") == END
    vocabulary = {name: number for number, name in enumerate(names)}
    out = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    out.normalizer = BertNormalizer(lowercase=True)
    out.pre_tokenizer = BertPreTokenizer()
    return out


@pytest.fixture(scope="session")
def written_file(tmp_path_factory):
    """The texts in the form of those that we wrote to learn from."""
    path = tmp_path_factory.mktemp("written") / "own.jsonl"
    path.write_bytes(b"\n".join(msgspec.json.encode(line) for line in TEXTS))
    return path


@pytest.fixture(scope="session")
def examples(written_file):
    from sayso.training.corpora import written

    return list(written.read(written_file))


@pytest.fixture(scope="session")
def encoder(tmp_path_factory, tokenizer):
    """The folder of an encoder of two layers."""
    import transformers

    folder = tmp_path_factory.mktemp("encoder")
    config = transformers.BertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
    )
    transformers.BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder
