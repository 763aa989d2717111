"""How were the weights learned by which mentions join one happening?

    python -m sayso.training.same GOLD [OUT.tsv]

GOLD is a folder with annotated texts: `train.jsonl` is learned from, without the texts that share a run of
thirteen words with `dev.jsonl` or `seed.jsonl`. Needs the extra sayso[train] (scikit-learn).
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from sayso.coding.likeness import signs
from sayso.coding.sight import Sight, sight_of
from sayso.coding.when_pool import bare
from sayso.errors import InputError
from sayso.exchange.annotated import page_of
from sayso.exchange.heard1 import decode_lines
from sayso.exchange.heard1_read import from_line
from sayso.exchange.heard1_types import HeardLine
from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.model.mention import EventType, Realis
from sayso.pipeline.assemble import build
from sayso.pipeline.hear import hear
from sayso.pipeline.settings import Settings
from sayso.scoring.gold_events import happenings, typed_pairs
from sayso.scoring.words import Words
from sayso.training.overlap import unseen

WINDOW = 40  # earlier mentions of the type that each is compared with
STRENGTH = 0.3  # of regularisation, scikit-learn's C
FOLDS = 5
LEAST = 0.57  # as `coding.same` joins
HEAD = """# Weights of the signs that two mentions tell one happening: a logistic regression on the
# mentions found in the training texts. Written by sayso.training.same.
sign\tweight
"""

Pair = tuple[dict[str, float], bool, int]  # signs, whether one happening, number of the document


def lines_of(folder: Path) -> list[HeardLine]:
    """The annotated texts that may be learned from."""

    def lines(name: str) -> list[HeardLine]:
        return list(decode_lines((folder / name).read_bytes().splitlines(), name))

    texts = lines("train.jsonl")
    judges = [line.text for name in ("dev.jsonl", "seed.jsonl") for line in lines(name)]
    may = unseen([line.text for line in texts], judges)
    return [line for line, kept in zip(texts, may, strict=True) if kept]


def pairs(gold: Heard, told: Heard, number: int) -> Iterator[Pair]:
    """Each mention that the annotator has, too, with the earlier ones of its type."""
    happening = happenings(gold.mentions)
    typed = typed_pairs(Words(gold.document.text), gold.mentions, told.mentions)
    of = {j: happening[i] for i, j in typed}
    seen: dict[EventType, list[tuple[int, int, Sight]]] = defaultdict(list)
    count: dict[EventType, int] = defaultdict(int)
    for j, mention in enumerate(told.mentions):
        if mention.realis is Realis.GENERIC:
            continue
        at, sight = count[mention.type], sight_of(told.document, bare(mention))
        count[mention.type] += 1
        if j in of:
            for earlier, before, one in seen[mention.type][-WINDOW:]:
                yield signs(one, sight, at - before - 1, at), of[earlier] == of[j], number
            seen[mention.type].append((j, at, sight))


def learned(found: list[Pair]) -> tuple[dict[str, float], float, float]:
    """The weights, and precision and recall of pairs five-fold by document."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_predict

    names = sorted({name for told, _, _ in found for name in told} - {"constant"})
    table = [[told.get(name, 0.0) for name in names] for told, _, _ in found]
    same, groups = [one for _, one, _ in found], [number for _, _, number in found]
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    folds = GroupKFold(FOLDS)
    chances = cross_val_predict(model, table, same, groups=groups, cv=folds, method="predict_proba")[:, 1]
    joined = [chance >= LEAST for chance in chances]
    right = sum(a and b for a, b in zip(joined, same, strict=True))
    model.fit(table, same)
    weights = {"constant": float(model.intercept_[0])}
    weights |= {name: float(value) for name, value in zip(names, model.coef_[0], strict=True)}
    return weights, right / max(1, sum(joined)), right / max(1, sum(same))


def main(folder: Path, out: Path | None) -> str:
    """Learns, writes the table where asked to; the answer is a line of figures."""
    stages = build(Settings(reader="rules"))
    found: list[Pair] = []
    lines = lines_of(folder)
    for number, line in enumerate(lines):
        told = hear(page_of(line), stages)
        if isinstance(told, Failure):
            raise InputError(f"{line.id} cannot be read ({told.reason}): learning without it would tell less")
        found += pairs(from_line(line), told, number)
    weights, precision, recall = learned(found)
    if out:
        out.write_text(HEAD + "".join(f"{k}\t{v:.2f}\n" for k, v in weights.items()), encoding="utf-8")
    figures = f"five-fold precision {precision:.3f}, recall {recall:.3f}"
    return f"{len(lines)} texts, {len(found)} pairs; {figures}\n"


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
