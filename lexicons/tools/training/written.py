"""The written rows of a lexicon, the spellings that go with them, and published lists as priors."""

from pathlib import Path

import compile

LEXICONS = Path(__file__).resolve().parents[2]
OPINIONS = {"", "negated", "adverb"}
NEGATORS = {"negator", "lacking"}


def rows(path):
    """The lines of a lexicon that are no remarks, as their columns."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("# "):
            yield line.split("\t")


class Written:
    """What a person wrote: valences, and the words that govern others."""

    def __init__(self, language):
        self.valences, self.negated, self.parts, self.strengths = {}, {}, {}, {}
        # the opinions that are written out: such a row is meant as it stands and not learned
        self.opinions = {}
        for term, valence, opinion, part, _ in rows(LEXICONS / f"{language}.tsv"):
            term = " ".join(compile.words(term)) or term
            if opinion and part in OPINIONS:
                self.opinions["not~" + term if part == "negated" else term] = float(opinion)
            if part == "negated":
                self.negated[term] = float(valence)
            else:
                self.parts[term] = part
                self.strengths[term] = float(valence)
                if part in OPINIONS:
                    self.valences[term] = float(valence)
        terms = list(self.parts) + list(self.negated)
        self.longest = max((len(term.split()) for term in terms), default=1)

    def is_governor(self, term):
        return self.parts.get(term, "") not in OPINIONS


def typing_errors(language):
    """Wrong spellings of single words -> the words that are meant."""
    path = LEXICONS / "typos" / f"{language}.tsv"
    if not path.exists():
        return {}
    return {wrong: tuple(right.split()) for wrong, right in rows(path) if " " not in wrong}


def published(folder):
    """The published lists as priors: a list of word -> polarity about 1."""
    listed = {}
    for path in sorted((Path(folder) / "lexicons").glob("*.txt")):
        sign = 1.0 if path.stem.endswith("positive") else -1.0
        for line in path.read_text(encoding="latin-1").splitlines():
            if line and not line.startswith(";"):
                listed[line.strip().lower()] = sign
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    rated = SentimentIntensityAnalyzer().lexicon
    return [listed, {word: value / 2 for word, value in rated.items() if word.replace("'", "").isalpha()}]


def lines(name):
    """The lines of a list beside train.py that are no remarks; none where there is no such list."""
    path = LEXICONS / "tools" / name
    if not path.exists():
        return []
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]


def function_words(language):
    for line in lines("function-words.txt"):
        name, _, words = line.partition(": ")
        if name == language:
            return set(words.split())
    return set()


def excluded_words():
    """Words that are never learned, nor phrases that hold them."""
    return {word for line in lines("excluded.txt") for word in line.split()}


def excluded_terms(language):
    """Terms whose polarity is not learned; a word of them may still speak for or against an opinion."""
    return set(lines(f"excluded-terms/{language}.txt"))
