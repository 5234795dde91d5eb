"""Labelled texts as rows of tokens."""

import csv
import re
from pathlib import Path

import numpy

# under licences that allow no use beyond research: measured on, never learned from
UNLICENSED = {"amazon_devices", "fin_phrases"}
# what the labels of a source can say: some know no neutral, some have stars, where three are mixed
BINARY = {"huliu_products", "movie_docs", "pros_cons", "uci_sentences"}
STARS = {"app_maalej", "skytrax_lounge", "skytrax_seat", "trustpilot_insurance", "amazon_devices", "restaurants_multi"}
GENRES = {
    "semeval_tweets": "social",
    "brand_tweets": "social",
    "xlmt_tweets": "social",
    "news_mtsc": "news",
    "fin_phrases": "news",
}
NEGATIVE, NEUTRAL, POSITIVE = 0, 1, 2
LABELS = {"negative": NEGATIVE, "neutral": NEUTRAL, "positive": POSITIVE}

TOKEN = re.compile(
    r"https?://\S+|www\.\S+|@\w+|[.!?…\n]+|[,;:()\[\]\"“”«»–—]|\d+(?:[.,/:]\d+)*"
    r"|[^\W\d_]+(?:'(?:s|t|d|m|re|ve|ll)\b|')?"
)
BREAK = re.compile(r"[.!?…\n,;:()\[\]\"“”«»–—]")
CAPITALISED = re.compile(r"(?<=[a-z,;] )[^\W\d_]+")


class Address:
    """A token that is no word: a link or a name."""


ADDRESS = Address()


class End:
    """A break: `mark` is the entry that stands for it, None where it has none."""

    def __init__(self, mark, closes):
        self.mark, self.closes = mark, closes


CLAUSE = End(None, False)
ENDS = {mark: End(mark, True) for mark in ("!", "!!", "?", "??", "?!", "...")}
PLAIN = End(None, True)


def end(run):
    """The break that a run of marks is, cut as the scorer cuts it."""
    exclaims, asks = run.count("!"), run.count("?")
    if exclaims and asks:
        return ENDS["?!"]
    if exclaims:
        return ENDS["!" if exclaims == 1 else "!!"]
    if asks:
        return ENDS["?" if asks == 1 else "??"]
    return ENDS["..."] if "…" in run or run.count(".") >= 3 else PLAIN


def tokens(text, typing_errors):
    """Words in lower case, ADDRESS and ends."""
    found = []
    for token in TOKEN.findall(text.replace("’", "'").lower()):
        if token.startswith(("http", "www.", "@")):
            found.append(ADDRESS)
        elif BREAK.match(token):
            found.append(end(token) if token[0] in ".!?…\n" else CLAUSE)
        else:
            word = re.sub(r"([a-z])\1{2,}", r"\1\1", token)
            found.extend(typing_errors.get(word, (word,)))
    return found


class Rows:
    """The labelled texts of a language."""

    def __init__(self, folder, language, typing_errors):
        self.tokens, labels, self.sources, capitals, smalls = [], [], [], {}, {}
        for path in sorted(Path(folder).glob("*.tsv")):
            if path.stem == "aspects":
                continue
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                    if row["lang"] != language:
                        continue
                    self.tokens.append(tokens(row["text"], typing_errors))
                    labels.append(LABELS[row["label"]])
                    self.sources.append(row["source"])
                    for word in CAPITALISED.findall(row["text"]):
                        counts = smalls if word.islower() else capitals
                        counts[word.lower()] = counts.get(word.lower(), 0) + 1
        self.labels = numpy.array(labels)
        self.sources = numpy.array(self.sources)
        self.names = {
            word
            for word, count in capitals.items()
            if count >= 4 and count > 2 * smalls.get(word, 0)
        }

    def __len__(self):
        return len(self.labels)

    def learnable(self):
        """Which rows may be learned from."""
        return ~numpy.isin(self.sources, sorted(UNLICENSED))
