"""From the labelled texts to the terms that are worth an entry."""

import math
from collections import Counter, defaultdict

import numpy
from scipy import sparse

from .fitting import Regression
from .texts import ADDRESS, BINARY, NEGATIVE, NEUTRAL, POSITIVE, STARS, End
from .written import NEGATORS

FEWEST_TEXTS = 3
REACH = 4
PULL = 1.0
# how a source counts that knows a term: with the variance of its own share and this one between sources
BETWEEN = 0.5
LEAST_RATIO = 0.05
# words that no English phrase begins or ends with
DANGLING = set(
    "and or the a an i we they it he she you my our your their his her this that these those"
    " was were is are be in of for on at with".split()
)


def features(words, written):
    """The terms of a text, counted: words, negated words, and runs of two and three in a clause."""
    found, left, before, terms = Counter(), 0, [], 0
    for word in words:
        if isinstance(word, End):
            left, before = 0, []
            if word.mark:
                found[word.mark] += 1
            continue
        if word is ADDRESS:
            continue
        terms += 1
        found["not~" + word if left else word] += 1
        for size in (1, 2):
            if len(before) >= size:
                found[" ".join(before[-size:] + [word])] += 1
        left = max(0, left - 1)
        part = written.parts.get(word, "")
        if part in NEGATORS:
            left = REACH
        elif part == "contrast":
            left = 0
        before = before[-1:] + [word]
    return found, terms


class Terms:
    """All terms of the texts, with their counts by text."""

    def __init__(self, rows, written):
        counted = [features(words, written) for words in rows.tokens]
        self.sizes = numpy.array([terms for _, terms in counted])
        self.frequency = Counter(term for found, _ in counted for term in found)
        self.names = sorted(term for term, count in self.frequency.items() if count >= FEWEST_TEXTS)
        self.index = {term: column for column, term in enumerate(self.names)}
        columns, values, starts = [], [], [0]
        for found, _ in counted:
            for term in sorted(found):
                if term in self.index:
                    columns.append(self.index[term])
                    values.append(found[term])
            starts.append(len(columns))
        shape = (len(counted), len(self.names))
        self.counts = sparse.csr_matrix((numpy.array(values, float), columns, starts), shape=shape)
        self.scaled = sparse.diags(1 / numpy.sqrt(self.sizes + 1)) @ self.counts
        self.presence = self.counts.copy()
        self.presence.data[:] = 1


def priors(terms, lists, written):
    """What lists and written rows say of every term, plain and negated apart."""
    table = numpy.zeros((len(terms.names), 2 * (len(lists) + 1)))
    for row, term in enumerate(terms.names):
        word = term.removeprefix("not~")
        side = len(lists) + 1 if term.startswith("not~") else 0
        for column, listed in enumerate(lists):
            table[row, side + column] = listed.get(word, 0)
        if side and word in written.negated:
            table[row, len(lists)] = written.negated[word] / 2
        else:
            table[row, side + len(lists)] = written.valences.get(word, 0) / 2
    return table


def ratios(terms, labels, sources):
    """The log-odds of every term for positive and for an opinion, the mean over the sources that know it.

    Shrunk by how sure the mean is: a term that the sources do not agree on, or that few of them know,
    has a small ratio and is held back by the regression.
    """
    result = []
    for kind in ("polarity", "opinion"):
        total, precision = numpy.zeros(len(terms.names)), numpy.zeros(len(terms.names))
        for source in sorted(set(sources)):
            of = sources == source
            if kind == "polarity":
                for_, against = of & (labels == POSITIVE), of & (labels == NEGATIVE)
            elif source in BINARY or source in STARS:
                continue
            else:
                for_, against = of & (labels != NEUTRAL), of & (labels == NEUTRAL)
            sizes = for_.sum(), against.sum()
            if min(sizes) < 5:
                continue
            seen = [numpy.asarray(terms.presence[rows].sum(0)).ravel() for rows in (for_, against)]
            smoothed = [count + size / sum(sizes) for count, size in zip(seen, sizes)]
            ratio = numpy.log(smoothed[0] / smoothed[1]) - math.log(sizes[0] / sizes[1])
            variance = 1 / smoothed[0] + 1 / smoothed[1] + BETWEEN
            knows = (seen[0] + seen[1]) > 0
            total += numpy.where(knows, ratio / variance, 0)
            precision += numpy.where(knows, 1 / variance, 0)
        mean = total / numpy.maximum(precision, 1e-9)
        error = 1 / numpy.maximum(precision, 1e-9)
        result.append(numpy.abs(mean) * numpy.sqrt(mean**2 / (mean**2 + error)))
    return result


def first_fit(terms, rows, chosen, lists, written):
    """The numbers of all terms from the chosen rows: (polarities, opinions, those beyond the priors)."""
    table = 3 * numpy.hstack([prior := priors(terms, lists, written), numpy.abs(prior)])
    labels, sources = rows.labels[chosen], rows.sources[chosen]
    scaled = terms.scaled[chosen]
    matrix = sparse.hstack([scaled, scaled @ table]).tocsr()
    strength = ratios(Subset(terms, chosen), labels, sources)
    pulls = [
        numpy.concatenate([weight * PULL / numpy.maximum(ratio, LEAST_RATIO), numpy.full(table.shape[1], 0.1)])
        for ratio, weight in zip(strength, (1, 0.5))
    ]
    size = len(terms.names)
    own = Regression(labels, sources).fit(matrix, matrix, pulls)
    return [side[:size] + table @ side[size:] for side in own], [side[:size] for side in own]


class Subset:
    """The terms of some rows."""

    def __init__(self, terms, chosen):
        self.names, self.presence = terms.names, terms.presence[chosen]


def agreement(terms, polarity, labels, sources):
    """For every term: in how many sources it stands, and the share of them that have its sign."""
    known, agreeing = numpy.zeros(len(terms.names)), numpy.zeros(len(terms.names))
    target = (labels - 1) / 2
    for source in sorted(set(sources)):
        rows = sources == source
        presence = terms.presence[rows]
        count = numpy.asarray(presence.sum(0)).ravel()
        mean = target[rows].mean()
        lean = presence.T @ (target[rows] - mean)
        knows = count >= 2
        known += knows
        agreeing += knows & (lean * polarity > 0)
    return known, agreeing / numpy.maximum(known, 1)


class Choice:
    """Which terms may be learned at all, and which are."""

    def __init__(self, written, lists, stop, excluded, excluded_terms, names):
        self.written, self.lists, self.stop, self.excluded_terms = written, lists, stop, excluded_terms
        self.excluded = excluded | {name for name in names if not self.is_known(name)}

    def is_known(self, word):
        return word in self.written.parts or any(abs(listed.get(word, 0)) >= 0.5 for listed in self.lists)

    def may(self, term, known, agreeing, fewest):
        word = term.removeprefix("not~")
        parts = word.split()
        if any(part in self.excluded or part[0].isdigit() or len(part) == 1 for part in parts if part.isalnum()):
            return False
        if term in self.excluded_terms and len(parts) > 1:
            return False
        if self.written.is_governor(word) or (word in self.written.negated and len(parts) > 1):
            return False
        if len(parts) > 1:
            if term.startswith("not~") or any(self.written.is_governor(part) for part in parts):
                return False
            if all(part in self.stop for part in parts) or {parts[0], parts[-1]} & DANGLING:
                return False
        if self.is_known(word):
            return known < fewest or agreeing >= 0.5
        return known >= fewest and agreeing >= 0.7

    def best(self, terms, weights, own, known, agreeing, entries, fewest):
        """The terms to learn, best first: by size of both numbers times the root of the frequency."""
        ranked = []
        for column, term in enumerate(terms.names):
            if not self.may(term, known[column], agreeing[column], fewest):
                continue
            side = own if " " in term else weights
            size = abs(side[0][column]) + 0.5 * abs(side[1][column])
            ranked.append((-size * math.sqrt(terms.frequency[term]), term))
        return [term for _, term in sorted(ranked)[:entries]]
