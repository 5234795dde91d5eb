#!/usr/bin/env python3
"""Learns the two numbers of words and phrases from labelled texts, by hand, now and then.

    train.py DATA [--language en] [--output FILE]     learns lexicons/learned/LANGUAGE.tsv
    train.py DATA [--language en] --cross-validate    measures, leaving each source out in turn

DATA is a folder of tab-separated files with the columns id, source, label, rating, lang, text, and
a folder lexicons/ of published word lists (one term a line, ';' begins a comment, the name ends in
-positive.txt or -negative.txt) that serve as priors. Never needed to build or to run Repute; needs
numpy, scipy and vaderSentiment (whose word list is another prior). Deterministic.

What it does, each step in a file of training/:
1. Texts become words, ends of sentences and addresses (texts.py); wrong spellings are mended.
2. Words, negated words (up to four behind a negator), and runs of two and three words within a
   clause, divided by the root of the number of words, take part in a regression with two numbers a
   term (choosing.py, fitting.py): polarity P and opinion S, so that the log-odds of the labels are
   S + P, 0 and S − P. Published lists and the written rows are priors. A term that the sources do
   not agree on, or few of them know, is held back. A source weighs n^0.75 and has its own level.
3. A term is kept if it has the same sign in most of the sources that know it, is no name (by its
   capital letters), stands in no line of excluded.txt, and is among the strongest.
4. The numbers of those kept, and of the written opinions that stand in enough texts, are fitted
   again with the scorer's own reading (reading.py), pulled towards those of step 2.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

import numpy
from scipy import sparse

from training import choosing, measuring
from training.fitting import Regression
from training.reading import Reader
from training.texts import Rows
from training.written import (
    LEXICONS, Written, excluded_terms, excluded_words, function_words, published, typing_errors)

ENTRIES = {"en": 14000}
ENTRIES_OF_OTHERS = 1000
# a written opinion that stands in so many texts is learned too
FEWEST_TO_RELEARN = 6
# how strongly step 4 is pulled towards step 2, and to what a person wrote
PULL, WRITTEN_PULL = 3.0, 3.0
# what of its written valence a phrase keeps at least and at most
LESS, MORE = 0.5, 1.5
# polarities below this say nothing that a reader should meet
LEAST = 0.15


class Learner:
    """The data of a language, read once; learns from any part of it."""

    def __init__(self, folder, language):
        self.language = language
        self.written = Written(language)
        self.rows = Rows(folder, language, typing_errors(language))
        self.terms = choosing.Terms(self.rows, self.written)
        self.lists = published(folder) if language == "en" else []
        self.stop = function_words(language)
        # function words and questions speak for or against an opinion at most
        self.excluded = excluded_terms(language) | {"?", "??"} | self.stop | {"not~" + word for word in self.stop}
        self.choice = choosing.Choice(
            self.written, self.lists, self.stop, excluded_words(), self.excluded, self.rows.names)

    def learn(self, chosen):
        """The entries learned from the chosen rows: term -> (valence, opinion), and logits a valence."""
        rows, terms = self.rows, self.terms
        sources = rows.sources[chosen]
        weights, own = choosing.first_fit(terms, rows, chosen, self.lists, self.written)
        known, agreeing = choosing.agreement(
            choosing.Subset(terms, chosen), weights[0], rows.labels[chosen], sources)
        fewest = 3 if len(set(sources)) > 4 else 1
        count = ENTRIES.get(self.language, ENTRIES_OF_OTHERS)
        for column, term in enumerate(terms.names):
            if term in self.excluded and not self.given(term):
                weights[0][column] = own[0][column] = 0
        kept = self.choice.best(terms, weights, own, known, agreeing, count, fewest)
        scale = self.scale(weights[0])
        start = self.starts(kept, weights, scale)
        return self.refit(chosen, start, scale), scale

    def scale(self, polarities):
        """How many log-odds a written valence of 1 comes to, over the words that are frequent."""
        pairs = [
            (polarities[self.terms.index[term]], valence)
            for term, valence in self.written.valences.items()
            if " " not in term and self.terms.frequency.get(term, 0) >= 30
        ]
        return sum(p * v for p, v in pairs) / sum(v * v for _, v in pairs)

    def starts(self, kept, weights, scale):
        """Where step 4 begins: phrases with the numbers of the words that they hide."""
        index, start = self.terms.index, {}

        def numbers(term):
            column = index.get(term)
            return (weights[0][column], weights[1][column]) if column is not None else (0.0, 0.0)

        for term in kept:
            parts = [numbers(term)]
            pieces = term.split() if " " in term else []
            parts += [numbers(piece) for piece in pieces]
            if len(pieces) == 3:
                parts += [numbers(" ".join(pieces[:2])), numbers(" ".join(pieces[1:]))]
            start[term] = (*map(sum, zip(*parts)), PULL)
        for rows, prefix in ((self.written.valences, ""), (self.written.negated, "not~")):
            for term, valence in rows.items():
                fixed = self.written.opinions.get(prefix + term)
                if fixed is not None:
                    start[prefix + term] = (valence * scale, fixed * scale, WRITTEN_PULL)
                elif prefix + term not in start:
                    start[prefix + term] = (valence * scale, abs(valence) * scale / 2, WRITTEN_PULL)
        return start

    def refit(self, chosen, start, scale):
        """Step 4; entries that stand in too few texts stay as they are written."""
        reader = Reader(self.written, start, lambda term: start.get(term, (0,))[0])
        governors = [term for term in self.written.parts if self.written.is_governor(term)]
        texts = [reader.read(self.rows.tokens[row]) for row in numpy.flatnonzero(chosen)]
        seen = Counter(term for _, evidence, _ in texts for term in set(evidence))
        written = {*self.written.valences, *("not~" + term for term in self.written.negated)}
        fixed = {term for term in start if term in written and seen[term] < FEWEST_TO_RELEARN}
        fixed |= set(self.written.opinions)
        columns = [term for term in start if term not in fixed and seen[term]]
        columns += [term for term in governors if seen[term] >= FEWEST_TO_RELEARN]
        index = {term: column for column, term in enumerate(columns)}
        matrices, offsets = self.matrices(texts, index, start)
        priors = [numpy.array([start.get(term, (0, 0))[side] for term in columns]) for side in (0, 1)]
        pull = numpy.array([start.get(term, (0, 0, WRITTEN_PULL))[2] for term in columns])
        regression = Regression(self.rows.labels[chosen], self.rows.sources[chosen])
        polarity, opinion = regression.fit(*matrices, (pull, pull / 2), priors, offsets)
        return self.entries(columns, polarity / scale, opinion / scale)

    def matrices(self, texts, index, start):
        """What multiplies the polarities and opinions of the columns, and what the fixed ones add."""
        sides = [([], [], [0]), ([], [], [0])]
        offsets = numpy.zeros((2, len(texts)))
        for row, (hits, evidence, terms) in enumerate(texts):
            root = (terms + 1) ** -0.5
            met = [[(hit.term, hit.factor) for hit in hits], [(term, 1.0) for term in evidence]]
            for side, (columns, values, starts) in enumerate(sides):
                for term, factor in met[side]:
                    if side == 0 and term in self.excluded and not self.given(term):
                        continue
                    if term in index:
                        columns.append(index[term])
                        values.append(factor * root)
                    elif term in start:
                        offsets[side][row] += start[term][side] * factor * root
                starts.append(len(columns))
        shape = (len(texts), len(index))
        matrices = [sparse.csr_matrix((v, c, s), shape=shape) for c, v, s in sides]
        for matrix in matrices:
            matrix.sum_duplicates()
        return matrices, offsets

    def given(self, term):
        """The written valence of a term; 0 where there is none."""
        word = term.removeprefix("not~")
        return (self.written.negated if word != term else self.written.valences).get(word, 0.0)

    def entries(self, columns, valences, opinions):
        """The learned rows: in steps of 0.05 within −4 to 4, without polarities that say nothing."""
        found = {}
        for term, valence, opinion in zip(columns, valences, opinions):
            word = term.removeprefix("not~")
            if abs(valence) < LEAST:
                valence = 0.0
            given = self.given(term)
            if given and " " in word:
                # what a person wrote of a phrase may be made stronger or weaker, not turned
                low, high = sorted((given * LESS, given * MORE))
                valence = max(low, min(high, valence))
            valence, opinion = (round(max(-4, min(4, value)) * 20) / 20 for value in (valence, opinion))
            is_new = word not in self.written.parts and word not in self.written.negated
            if term in self.excluded and not given:
                valence = 0.0
            if valence or abs(opinion) >= 0.1 or not is_new:
                found[term] = (valence, opinion)
        return found


def save(entries, written, path):
    lines = ["# learned by tools/train.py; ../README.md explains the columns"]
    for term in sorted(entries, key=lambda term: (term.removeprefix("not~"), term)):
        word = term.removeprefix("not~")
        part = "negated" if term.startswith("not~") else written.parts.get(word, "")
        valence, opinion = entries[term]
        if written.is_governor(word):
            valence = written.strengths[word]
        lines.append(f"{word}\t{valence:g}\t{opinion:g}\t{part}\tlearned")
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--output", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    options = parser.parse_args()
    learner = Learner(options.data, options.language)
    if options.cross_validate:
        return measuring.cross_validate(learner)
    chosen = learner.rows.learnable()
    entries, scale = learner.learn(chosen)
    save(entries, learner.written, options.output or LEXICONS / "learned" / f"{options.language}.tsv")
    print(f"{len(entries)} entries from {chosen.sum()} texts; {scale:.3f} log-odds a valence", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
