#!/usr/bin/env python3
"""Learns the valences of words and phrases from labelled texts, by hand, now and then.

    train.py DATA [--leave-out SOURCE] [--language en] [--output FILE]

DATA is a folder of tab-separated files with the columns id, source, label, rating, lang, text, and
a folder lexicons/ of published word lists (one term a line, ';' begins a comment, the name ends in
-positive.txt or -negative.txt) that serve as priors. Never needed to build or to run Repute; needs
numpy, scipy, scikit-learn and vaderSentiment (whose word list is the second prior). Deterministic.

What it does:
1. Every text becomes words, negated words (up to four words behind a negator), and runs of two and
   three words within a clause, each counted once and divided by the root of the number of words.
2. A logistic regression with L2 penalty, in which the published lists take part as two sums, finds
   the polarity of each; neutral texts count as half positive, half negative. Sources weigh by the
   power 0.75 of their size, so that no large one rules, and each has its own level, so that the
   everyday words of a source with many complaints are not taken for complaints.
3. A term is kept if it has the same sign in most of the sources that know it, stands in no line of
   excluded.txt, and is among the strongest by polarity times root of frequency.
   A written word of no part that stands in enough texts is learned too, from its written valence.
4. The valences of those kept are fitted again with the scorer's own reading: phrases before words,
   the written entries as they are, negation and contrast as the scorer applies them.
The rows with provenance 'learned' in lexicons/LANGUAGE.tsv are replaced; 'written' rows stay.
"""

import argparse
import csv
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy
from scipy import optimize, sparse
from sklearn.linear_model import LogisticRegression

LEXICONS = Path(__file__).resolve().parents[1]
# under licences that allow no use beyond research: never learned from
UNLICENSED = {"amazon_devices", "fin_phrases"}
ENTRIES = {"en": 4200}
MOST_OTHERS = 700
FEWEST_TEXTS = 4
FEWEST_TO_RELEARN = 20
# how freely a source's own level is fitted
LEVEL = 3.0
REACH = 4
PRAISE, COMPLAINT = -0.65, -0.4
BEFORE, AFTER = 0.5, 1.4
TOKEN = re.compile(
    r"https?://\S+|www\.\S+|@\w+|[.!?…\n]+|[,;:()\[\]\"“”«»–—]|\d+(?:[.,/:]\d+)*|[^\W\d_]+(?:'(?:s|t|d|m|re|ve|ll)\b|')?"
)
BREAK = re.compile(r"[.!?…\n,;:()\[\]\"“”«»–—]")


def tokens(text):
    """Words in lower case, None for a break of the clause, '.' for one of the sentence."""
    found = []
    for token in TOKEN.findall(text.replace("’", "'").lower()):
        if token.startswith(("http", "www.", "@")):
            continue
        if BREAK.match(token):
            found.append("." if token[0] in ".!?…\n" else None)
        else:
            found.append(squeezed(token))
    return found


def squeezed(word):
    return re.sub(r"([a-z])\1{2,}", r"\1\1", word)


class Rows:
    """The labelled texts of a language."""

    def __init__(self, folder, language, left_out):
        self.texts, self.targets, self.sources = [], [], []
        for path in sorted(folder.glob("*.tsv")):
            if path.stem in UNLICENSED | {"aspects", left_out}:
                continue
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                    if row["lang"] != language:
                        continue
                    self.texts.append(tokens(row["text"]))
                    self.targets.append({"negative": 0.0, "neutral": 0.5, "positive": 1.0}[row["label"]])
                    self.sources.append(row["source"])
        self.targets = numpy.array(self.targets)

    def weights(self):
        """A source weighs n^0.75 in all, its classes half-way balanced."""
        weights = numpy.zeros(len(self.texts))
        groups = defaultdict(list)
        for row, key in enumerate(zip(self.sources, self.targets)):
            groups[key].append(row)
        sizes = Counter(self.sources)
        for (source, target), rows in groups.items():
            balance = (sizes[source] / len(rows)) ** 0.5
            if target == 0.5:
                balance *= 0.6
            weights[rows] = balance * sizes[source] ** -0.25
        return weights * len(weights) / weights.sum()


class Written:
    """The written entries and the words that govern others."""

    def __init__(self, path, frequent):
        self.valences, self.negators, self.contrasts, self.negated = {}, set(), set(), {}
        self.lacking = set()
        self.degrees, self.taken, self.learnable = {}, set(), {}
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) != 4 or fields[3] != "written":
                continue
            term, valence, part = fields[0].replace("-", " ").lower(), float(fields[1]), fields[2]
            if part == "negated":
                self.negated[term] = valence
                continue
            if part == "" and " " not in term and term in frequent:
                self.learnable[term] = valence
                continue
            self.taken.add(term)
            if part in ("negator", "lacking"):
                self.negators.add(term)
                if part == "lacking":
                    self.lacking.add(term)
            elif part == "contrast":
                self.contrasts.add(term)
            elif part in ("intensifier", "excess"):
                self.degrees[term] = valence
            elif part in ("", "adverb"):
                self.valences[term] = valence
        self.longest = max((len(term.split()) for term in self.taken), default=1)

    @property
    def governors(self):
        return self.negators | self.contrasts


def frequent_words(data):
    """The words that the texts are enough to learn anew, from their written value."""
    counts = Counter(word for words in data.texts for word in set(words) if word)
    return {word for word, count in counts.items() if count >= FEWEST_TO_RELEARN}


def published(folder):
    """The word lists as priors: word -> +1 or -1, and VADER's word -> valence."""
    lists = {}
    for path in sorted((folder / "lexicons").glob("*.txt")):
        sign = 1.0 if path.stem.endswith("positive") else -1.0
        for line in path.read_text(encoding="latin-1").splitlines():
            if line and not line.startswith(";"):
                lists[line.strip().lower()] = sign
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    vader = {word: value for word, value in SentimentIntensityAnalyzer().lexicon.items() if word.isalpha()}
    return lists, vader


def features(words, written):
    """The terms of a text for the first fit."""
    found, left, previous, before = set(), 0, None, None
    for word in words:
        if word is None or word == ".":
            left, previous, before = 0, None, None
            continue
        found.add("not~" + word if left else word)
        if previous:
            found.add(previous + " " + word)
            if before:
                found.add(before + " " + previous + " " + word)
        left = max(0, left - 1)
        if word in written.negators:
            left = REACH
        elif word in written.contrasts:
            left = 0
        previous, before = word, previous
    return found


def matrix(rows, index, extra=()):
    """A sparse matrix out of (column, value) lists."""
    data, columns, starts = [], [], [0]
    for row in rows:
        for column, value in row:
            columns.append(column)
            data.append(value)
        starts.append(len(columns))
    return sparse.csr_matrix((data, columns, starts), shape=(len(rows), index))


def doubled(features_, targets, weights):
    """Neutral rows as half positive, half negative."""
    x = sparse.vstack([features_, features_]).tocsr()
    y = numpy.concatenate([numpy.ones(len(targets)), numpy.zeros(len(targets))])
    w = numpy.concatenate([weights * targets, weights * (1 - targets)])
    kept = w > 0
    return x[kept], y[kept], w[kept]


def polarities(data, written, lists, vader):
    """Step 1 and 2: the polarity of every frequent term, and its text frequency by source."""
    found = [features(words, written) for words in data.texts]
    counts = Counter(term for terms in found for term in terms)
    vocabulary = sorted(term for term, count in counts.items() if count >= FEWEST_TEXTS)
    index = {term: column for column, term in enumerate(vocabulary)}
    size = len(index)
    rows = []
    for words, terms in zip(data.texts, found):
        root = math.sqrt(1 + sum(1 for word in words if word not in (None, ".")))
        row = [(index[term], 1 / root) for term in sorted(terms) if term in index]
        sums = [0.0, 0.0]
        for term in terms:
            factor = -0.6 if term.startswith("not~") else 1.0
            word = term.removeprefix("not~")
            sums[0] += factor * lists.get(word, 0)
            sums[1] += factor * vader.get(word, 0) / 2
        rows.append(row + [(size, sums[0] / root), (size + 1, sums[1] / root)])
    # a source that is mostly bad must not make its everyday words bad: each has its own level
    places = {source: place for place, source in enumerate(sorted(set(data.sources)))}
    for row, source in zip(rows, data.sources):
        row.append((size + 2 + places[source], LEVEL))
    x, y, w = doubled(matrix(rows, size + 2 + len(places)), data.targets, data.weights())
    model = LogisticRegression(C=1.0, max_iter=300, tol=1e-4)
    model.fit(x, y, sample_weight=w)
    weights = model.coef_[0]
    result = {}
    for term, column in index.items():
        factor = -0.6 if term.startswith("not~") else 1.0
        word = term.removeprefix("not~")
        prior = factor * (weights[size] * lists.get(word, 0) + weights[size + 1] * vader.get(word, 0) / 2)
        result[term] = weights[column] + prior
    for word in set(lists) | set(vader):
        if word not in result and word.replace("'", "").isalpha():
            result[word] = weights[size] * lists.get(word, 0) + weights[size + 1] * vader.get(word, 0) / 2
    return result, counts, found


def stable(data, found, terms):
    """The share of the sources knowing a term in which it has the sign of the whole."""
    good, all_ = defaultdict(Counter), defaultdict(Counter)
    base = defaultdict(list)
    for source, target, present in zip(data.sources, data.targets, found):
        base[source].append(target)
        for term in present:
            if term in terms:
                good[term][source] += target
                all_[term][source] += 1
    means = {source: sum(values) / len(values) for source, values in base.items()}
    share = {}
    for term, polarity in terms.items():
        known = [s for s, n in all_[term].items() if n >= 3]
        if not known:
            share[term] = (0.0, 0)
            continue
        agree = sum(1 for s in known if (good[term][s] / all_[term][s] - means[s]) * polarity > 0)
        share[term] = (agree / len(known), len(known))
    return share


def chosen(polarity, counts, share, lists, vader, written, excluded, stop, entries, fewest):
    """Step 3: the terms that are kept, best first."""
    candidates = []
    for term, weight in polarity.items():
        word = term.removeprefix("not~")
        parts = word.split()
        if any(part in excluded or part.isdigit() or len(part) == 1 and part != "i" for part in parts):
            continue
        if word in (written.negated if term.startswith("not~") else written.taken):
            continue
        if word in written.governors or word in written.degrees:
            continue
        if all(part in stop for part in parts) and not (term.startswith("not~") and word in TURNED):
            continue
        if len(parts) > 1:
            governed = [part for part in parts if part in written.governors or part in written.degrees]
            said = sum(1 for part in parts if part not in stop and part not in governed)
            if [part for part in governed if part != "too"] or said + len(governed) < 2:
                continue
        agreement, sources = share.get(term, (0.0, 0))
        is_known = word in lists or abs(vader.get(word, 0)) >= 1
        if not is_known and (sources < fewest or agreement < 0.75):
            continue
        if is_known and sources >= fewest and agreement < 0.5:
            continue
        frequency = counts.get(term, 0)
        rank = abs(weight) * math.sqrt(frequency + (3 if is_known else 0))
        if len(parts) > 1:
            # a phrase is worth an entry for what it says beyond its words
            rank = abs(weight) * math.sqrt(frequency) * 0.8
        candidates.append((rank, term))
    candidates.sort(key=lambda item: (-item[0], item[1]))
    return [term for _, term in candidates[:entries]]


# function words that do say something when they are denied
TURNED = set("even get use used make made keep give gave".split())


def stop_words(language):
    """Words that say nothing alone; a person who reads why must not meet them."""
    for line in Path(__file__).with_name("function-words.txt").read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition(": ")
        if name == language:
            return set(words.split())
    return set()


def reading(words, entries, written, longest):
    """Step 4: a text as the scorer reads it: (entry, factor) pairs, and the number of words."""
    hits, left, cause, start, turned, place, count = [], 0, 1.0, 0, False, 0, 0
    degree = []
    while place < len(words):
        word = words[place]
        if word is None or word == ".":
            left, degree = 0, []
            if word == ".":
                start, turned = len(hits), False
            place += 1
            continue
        match, size = None, 1
        phrase = word
        for extra in range(longest):
            if extra:
                if place + extra >= len(words) or words[place + extra] in (None, "."):
                    break
                phrase += " " + words[place + extra]
            if phrase in entries or phrase in written.taken:
                match, size = phrase, extra + 1
        count += size
        place += size
        if match is None:
            left = max(0, left - 1)
            continue
        if match in written.negators:
            left = 0 if left and match in written.lacking else REACH
            continue
        if match in written.contrasts:
            hits[start:] = [(term, factor * BEFORE) for term, factor in hits[start:]]
            start, turned, left, degree = len(hits), True, 0, []
            continue
        if match in written.degrees:
            degree.append((written.degrees[match], count))
        if match in entries or match in written.valences:
            term = match
            if left:
                has_own = "not~" + match in entries or match in written.negated
                term = ("not~" if has_own else "turn~") + match
            factor = AFTER if turned else 1.0
            for strength, position in degree:
                if count - size - position < 3:
                    factor *= 1 + strength
            hits.append((term, factor))
        left = max(0, left - 1)
    return hits, count


def refitted(data, kept, polarity, written, scale, strength):
    """Step 4: the valences under the scorer's own reading, pulled towards those of step 2."""
    entries = set(kept)
    longest = max([len(term.split()) for term in kept] + [written.longest])
    index = {term: column for column, term in enumerate(kept)}
    prior = numpy.array([polarity[term] for term in kept])
    positive = prior > 0
    rows, offsets = [], []
    for words in data.texts:
        hits, count = reading(words, entries, written, longest)
        root = math.sqrt(count + 1)
        row, offset = [], 0.0
        for term, factor in hits:
            if term.startswith("turn~"):
                word = term[5:]
                value = written.valences.get(word)
                sign = value > 0 if value is not None else positive[index[word]]
                factor *= PRAISE if sign else COMPLAINT
                term = word
            if term in index:
                row.append((index[term], factor / root))
            else:
                word = term.removeprefix("not~")
                value = written.negated[word] if term.startswith("not~") else written.valences[word]
                offset += value / scale * factor / root
        rows.append(row)
        offsets.append(offset)
    x = matrix(rows, len(kept))
    y, w, offsets = data.targets, data.weights(), numpy.array(offsets)
    pull = numpy.full(len(kept), strength)

    names = sorted(set(data.sources))
    level = numpy.array([names.index(source) for source in data.sources])

    def loss(theta):
        values, levels = theta[: len(kept)], theta[len(kept) :]
        z = x @ values + offsets + levels[level]
        log = numpy.logaddexp(0, z)
        rest = values - prior
        p = 1 / (1 + numpy.exp(-numpy.clip(z, -40, 40)))
        error = w * (p - y)
        gradient = numpy.append(x.T @ error + pull * rest, numpy.bincount(level, error, len(names)))
        return (w * (log - y * z)).sum() + 0.5 * (pull * rest * rest).sum(), gradient

    start = numpy.append(prior, numpy.zeros(len(names)))
    best = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return dict(zip(kept, best.x[: len(kept)]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--leave-out", default="", metavar="SOURCE")
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    path = LEXICONS / f"{options.language}.tsv"
    output = options.output or path
    data = Rows(options.data, options.language, options.leave_out)
    written = Written(path, frequent_words(data))
    lists, vader = published(options.data) if options.language == "en" else ({}, {})
    for word, valence in written.learnable.items():
        vader.setdefault(word, valence)
    excluded = set((Path(__file__).with_name("excluded.txt")).read_text(encoding="utf-8").split())
    polarity, counts, found = polarities(data, written, lists, vader)
    candidates = {term: weight for term, weight in polarity.items() if abs(weight) > 0.15}
    share = stable(data, found, candidates)
    fewest = 3 if len(set(data.sources)) > 4 else 2
    entries = ENTRIES.get(options.language, MOST_OTHERS)
    kept = chosen(candidates, counts, share, lists, vader, written, excluded, stop_words(options.language), entries, fewest)
    strong = sorted(abs(polarity[term]) for term in kept)[int(len(kept) * 0.97)]
    scale = 2.8 / strong
    values = refitted(data, kept, polarity, written, scale, 1.0)
    replaced = set(kept) & set(written.learnable)
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if fields[-1] != "learned" and not (fields[0] in replaced and fields[2] == ""):
            lines.append(line)
    learned = []
    for term, value in values.items():
        valence = max(-4.0, min(4.0, round(value * scale, 1)))
        if abs(valence) < 0.3:
            continue
        part = "negated" if term.startswith("not~") else ""
        learned.append(f"{term.removeprefix('not~')}\t{valence:g}\t{part}\tlearned")
    output.write_text("\n".join(lines + sorted(learned)) + "\n", encoding="utf-8")
    print(f"{len(learned)} learned entries from {len(data.texts)} texts, scale {scale:.3f}", file=sys.stderr)


if __name__ == "__main__":
    main()
