"""Many short reports that nobody wrote: for speed, memory and kills. Deterministic for a number."""

import json
import random
from collections.abc import Iterator

PLACES = ["Darnah", "Qaim", "Taiz", "Gao", "Menaka", "Sirte", "Marib", "Bani Walid", "Kidal", "Tarhuna"]
GROUPS = ["the Eastern Guard", "the Northern Front", "the River Brigade", "the Plateau Council", "police"]
OFFICIALS = ["Salim Haddar", "Mariam Toure", "Jonas Weidt", "Amal Qasim", "Idris Bakali", "Lena Marsh"]
ACTS = [
    "said {g} shelled the outskirts of {p} on {d}, killing at least {n} people",
    "told Reuters that fighters of {g} had seized a checkpoint near {p} on {d}",
    "denied that {g} attacked the depot in {p} on {d}, and blamed smugglers",
    "urged {g} to withdraw from {p} before {d}",
    "threatened to strike {g} if the siege of {p} did not end by {d}",
    "announced that {n} detainees would be released in {p} on {d}",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "last week", "May 6, 2024", "yesterday"]
FILLER = [
    "The road between {p} and the coast was closed for most of the day, according to residents.",
    "Shops opened late, and schools stayed shut for a second day in several districts.",
    "The hospital in {p} has asked for fuel, dressings and blood, a doctor there said.",
    "It was not possible to verify the account independently.",
    "Talks between the two sides have been stalled since March, diplomats say.",
    "The fighting has forced {n} families from their homes, the relief committee reported.",
]


def text_of(number: int, *, sentences: int = 9) -> tuple[str, str]:
    """Title and text of one report of some 170 words."""
    draw = random.Random(number)

    def fill(words: str) -> str:
        return words.format(
            g=draw.choice(GROUPS), p=draw.choice(PLACES), d=draw.choice(DAYS), n=draw.randint(2, 60)
        )

    told = [f"{draw.choice(OFFICIALS)} {fill(draw.choice(ACTS))}." for _ in range(sentences // 2)]
    told += [fill(line) for line in draw.sample(FILLER, k=min(len(FILLER), sentences - len(told)))]
    draw.shuffle(told)
    title = f"{fill('Clashes near {p}')}, report {number}"
    paragraphs = [" ".join(told[i : i + 2]) for i in range(0, len(told), 2)]
    return title, "\n\n".join([title, *paragraphs])


def line(number: int) -> str:
    """A line of JSONL."""
    title, text = text_of(number)
    row = {"id": f"r{number}", "title": title, "text": text, "outlet": "The Bench", "published": "2024-05-14"}
    return json.dumps(row)


def html(number: int) -> str:
    """A small page with a menu, a figure, a related box and a footer."""
    title, text = text_of(number)
    body = "\n".join(f"<p>{p}</p>" for p in text.split("\n\n")[1:])
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Bench</title>
<meta property="og:site_name" content="The Bench">
<meta property="article:published_time" content="2024-05-14T09:30:00+02:00">
<link rel="canonical" href="https://bench.example/{number}"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>{title}</h1><p class="byline">By A. Writer</p>
<figure><img src="a.jpg">
<figcaption>A road near the coast, March 4, 2016. (A. Lens/Bench)</figcaption></figure>
{body}
</article>
<aside><h3>Most read</h3><ul><li><a href="/1">One thing</a></li><li><a href="/2">Another</a></li></ul></aside>
</main><footer><p>The Bench. All rights reserved.</p></footer></body></html>"""


def lines(count: int) -> Iterator[str]:
    """That many lines of JSONL."""
    return (line(number) for number in range(count))
