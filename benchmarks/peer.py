"""What is a spaCy pipeline of en_core_web_sm's shape?

Its parts, widths, table sizes and numbers of labels as in the published configuration of en_core_web_sm 3.x:
a shared encoder for tagger and parser, one of its own for names. The weights are random, the cost does not
depend on them: a parser takes about two steps a word, whatever it decides. Rules for tags and the lemmatizer
are left out: the peer is somewhat cheaper than the real one.
"""

from typing import Any

WIDTH, DEPTH = 96, 4
SHARED_TABLES = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500, "SPACY": 50, "IS_SPACE": 50}
OWN_TABLES = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500}
TAGS, DEPENDENCIES, KINDS = 50, 45, 18  # labels of the Penn Treebank, ClearNLP, OntoNotes
SEED = 1


def shaped(words: str) -> Any | None:
    """The pipeline, or None where spaCy is not installed; `words` are some to begin with, a few hundred."""
    try:
        import spacy
        from spacy.training import Example
    except ImportError:
        return None
    spacy.util.fix_random_seed(SEED)
    nlp = spacy.blank("en")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": listener}
    nlp.add_pipe("tok2vec", config={"model": _encoder(SHARED_TABLES)})
    nlp.add_pipe("tagger", config={"model": tagger})
    parser = {"model": _steps("parser", listener), "min_action_freq": 1}  # else rare labels become one
    nlp.add_pipe("parser", config=parser)
    nlp.add_pipe("ner", config={"model": _steps("ner", _encoder(OWN_TABLES))})
    made = nlp.make_doc(words)
    examples = [Example.from_dict(made, _labels(len(made)))]
    nlp.initialize(lambda: examples)
    _never_zero(nlp)
    return nlp


def _encoder(tables: dict[str, int]) -> dict[str, object]:
    embed = {"@architectures": "spacy.MultiHashEmbed.v2", "width": WIDTH, "attrs": list(tables),
             "rows": list(tables.values()), "include_static_vectors": False}  # fmt: skip
    encode = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": WIDTH, "depth": DEPTH,
              "window_size": 1, "maxout_pieces": 3}  # fmt: skip
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}


def _steps(kind: str, encoder: dict[str, object]) -> dict[str, object]:
    return {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": kind, "hidden_width": 64,
            "extra_state_tokens": False, "maxout_pieces": 2, "use_upper": True, "nO": None,
            "tok2vec": encoder}  # fmt: skip


def _labels(size: int) -> dict[str, list[Any]]:
    """An annotation with every label in it."""
    numbers = range(size)
    return {
        "tags": [f"T{i % TAGS}" for i in numbers],
        "heads": [max(0, i - 1) if i % 3 or i + 1 == size else i + 1 for i in numbers],
        "deps": [f"d{i % DEPENDENCIES}" for i in numbers],
        "entities": [f"U-K{i // 2 % KINDS}" if i % 2 else "O" for i in numbers],
    }


def _never_zero(nlp: Any) -> None:
    """Random numbers in place of layers that begin with zeros: else all steps would be the same one."""
    import numpy as np

    chance = np.random.default_rng(SEED)
    for _, part in nlp.pipeline:
        for node in part.model.walk():
            for name in node.param_names:
                if node.has_param(name) and not node.get_param(name).any():
                    shape = node.get_param(name).shape
                    node.set_param(name, chance.normal(scale=0.1, size=shape).astype("float32"))
