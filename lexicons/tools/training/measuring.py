"""Leaves each source out in turn, scores it with what the others taught, and measures.

What is printed goes into Sources/Scoring/GenreConstants.swift, Calibration.swift and docs/sentiment.md.
"""

import sys

import numpy
from scipy import optimize

from .reading import Reader
from .texts import ADDRESS, BINARY, GENRES, LABELS, NEGATIVE, NEUTRAL, POSITIVE, STARS, UNLICENSED, End


def sums(learner, entries, rows):
    """(P, S) of rows by learned entries over written ones, in valences by the root of the terms."""
    written = learner.written
    numbers = {term: (value, abs(value) / 2) for term, value in written.valences.items()}
    numbers |= {"not~" + term: (value, abs(value) / 2) for term, value in written.negated.items()}
    governors = {term for term in written.parts if written.is_governor(term)}
    numbers |= {term: values for term, values in entries.items() if term not in governors}
    evidences = {term: values[1] for term, values in numbers.items()} | written.opinions
    evidences |= {term: entries[term][1] for term in governors if term in entries}
    reader = Reader(written, numbers, lambda term: numbers.get(term, (0,))[0])
    result = numpy.zeros((2, len(rows)))
    for place, row in enumerate(rows):
        hits, evidence, terms = reader.read(learner.rows.tokens[row])
        root = (terms + 1) ** -0.5
        result[0, place] = root * sum(hit.factor * numbers.get(hit.term, (0,))[0] for hit in hits)
        result[1, place] = root * sum(evidences.get(term, 0) for term in evidence)
    return result


def shapes(rows):
    """What a text is beside its words, as Sources/Scoring/ScoreScale.swift knows it."""
    table = numpy.zeros((len(rows.tokens), 4))
    for row, tokens in enumerate(rows.tokens):
        ends = [token for token in tokens if isinstance(token, End)]
        count = sum(1 for token in tokens if isinstance(token, str))
        asking = sum(1 for end in ends if end.mark and "?" in end.mark)
        table[row] = (1, any(token is ADDRESS for token in tokens), min(3, asking), numpy.log(count + 1))
    return table


class Scale:
    """P and S of texts with the constants of a genre: scale, evidence, base, address, question, length."""

    def __init__(self, constants, sums, shapes):
        self.polarity = constants[0] * sums[0]
        self.odds = constants[1] * sums[1] + shapes @ constants[2:6]

    def shares(self):
        """The probabilities of negative, neutral and positive."""
        odds = numpy.stack([self.odds - self.polarity, numpy.zeros_like(self.odds), self.odds + self.polarity], 1)
        power = numpy.exp(odds - odds.max(1, keepdims=True))
        return power / power.sum(1, keepdims=True)

    def labels(self, offsets):
        return numpy.stack(
            [self.odds - self.polarity + offsets[0], numpy.zeros_like(self.odds), self.odds + self.polarity + offsets[1]], 1
        ).argmax(1)


def fitted(sums, shapes, labels, sources):
    """The constants under which the labels are likeliest; every source counts the same."""
    weights = numpy.zeros(len(labels))
    for source in set(sources):
        for label in set(labels[sources == source]):
            rows = (sources == source) & (labels == label)
            weights[rows] = rows.sum() ** -0.5 * (sources == source).sum() ** -0.5
    # three stars are mixed, and no sign of a plain statement
    weights[numpy.isin(sources, sorted(STARS)) & (labels == NEUTRAL)] = 0
    binary = numpy.isin(sources, sorted(BINARY | STARS))

    def loss(constants):
        shares = Scale(constants, sums, shapes).shares()
        known = numpy.where(binary, 1 - shares[:, NEUTRAL], 1)
        likely = shares[numpy.arange(len(labels)), labels] / known
        return -(weights * numpy.log(numpy.maximum(likely, 1e-9))).sum() + 0.05 * (constants[3:] ** 2).sum()

    start = numpy.array([1.0, 1.0, 0, 0, 0, 0])
    return optimize.minimize(loss, start, method="L-BFGS-B").x


def figures(labels, score, found):
    """Accuracy, macro-F1 over the labels there are, F1 of negatives, AUC, recall at 80 % precision."""
    truths = sorted(set(labels))
    ones = []
    for label in truths:
        both = ((found == label) & (labels == label)).sum()
        ones.append(2 * both / ((found == label).sum() + (labels == label).sum()))
    order = numpy.argsort(score, kind="stable")
    bad = labels[order] == NEGATIVE
    values, place = numpy.unique(score, return_inverse=True)
    size = numpy.bincount(place)
    rank = (numpy.cumsum(size) - (size - 1) / 2)[place]
    count = bad.sum()
    above = len(labels) * count + count * (count + 1) / 2 - rank[labels == NEGATIVE].sum() - count * count
    auc = above / (count * (len(labels) - count)) if 0 < count < len(labels) else float("nan")
    caught = numpy.cumsum(bad)
    precise = caught / numpy.arange(1, len(bad) + 1) >= 0.8
    recall = caught[precise].max() / count if precise.any() else 0.0
    return numpy.array([(found == labels).mean(), numpy.mean(ones), ones[truths.index(NEGATIVE)], auc, recall])


def means(scale, labels, sources, offsets):
    """The mean figures over the sources."""
    shares = scale.shares()
    score, found = shares[:, POSITIVE] - shares[:, NEGATIVE], scale.labels(offsets)
    return {
        source: figures(labels[rows], score[rows], found[rows])
        for source in sorted(set(sources))
        for rows in [sources == source]
    }


def best_offsets(scale, labels, sources):
    """The label offsets with the best sum of accuracy, macro-F1 and F1 of negatives, by steps of 0.05."""
    best, offsets = -1.0, (0.0, 0.0)
    for step in (0.4, 0.1, 0.05):
        middle = offsets
        for first in range(-4, 5):
            for second in range(-4, 5):
                tried = middle[0] + first * step, middle[1] + second * step
                found = scale.labels(tried)
                value = numpy.mean(
                    [quick(labels[rows], found[rows]) for source in set(sources) for rows in [sources == source]]
                )
                if value > best + 1e-9:
                    best, offsets = value, tried
    return offsets


def quick(labels, found):
    ones = []
    for label in sorted(set(labels)):
        both = ((found == label) & (labels == label)).sum()
        ones.append(2 * both / ((found == label).sum() + (labels == label).sum()))
    return (found == labels).mean() + numpy.mean(ones) + ones[0]


def reliability(shares, found, labels, sources):
    """For each label: the share that was right at the probabilities 0, 0.1, … 1, the mean of sources."""
    table = {}
    for name, label in LABELS.items():
        rows_of = []
        for middle in numpy.arange(0, 1.01, 0.1):
            near = (found == label) & (abs(shares[:, label] - middle) <= 0.07)
            values = [
                ((labels == label)[near & (sources == source)]).mean()
                for source in sorted(set(sources))
                if (near & (sources == source)).sum() >= 8 and not (label == NEUTRAL and source in BINARY)
            ]
            rows_of.append((round(float(numpy.mean(values)), 2) if values else None, int(near.sum())))
        table[name] = rows_of
    return table


def left_out(learner):
    """(P, S) of every row, by what was learned without its source."""
    rows, learnable = learner.rows, learner.rows.learnable()
    result = numpy.zeros((2, len(rows)))
    for source in [None, *sorted(set(rows.sources[learnable]))]:
        entries, _ = learner.learn(learnable & (rows.sources != source))
        held = numpy.flatnonzero(rows.sources == source if source else ~learnable)
        result[:, held] = sums(learner, entries, held)
        print(f"{source or 'never learned from'}: {len(entries)} entries", file=sys.stderr)
    return result


def report(found_sums, table, labels, sources):
    """Prints figures and constants of every genre."""
    kinds = numpy.array([GENRES.get(source, "review") for source in sources])
    measured = numpy.array([source not in UNLICENSED for source in sources])
    for genre in ("general", "review", "social", "news"):
        rows = numpy.full(len(labels), True) if genre == "general" else kinds == genre
        used = rows & measured
        constants = fitted(found_sums[:, used], table[used], labels[used], sources[used])
        inner = Scale(constants, found_sums[:, used], table[used])
        offsets = best_offsets(inner, labels[used], sources[used])
        scale = Scale(constants, found_sums[:, rows], table[rows])
        print(f"\n{genre}: scale, evidence, base, address, question, length", numpy.round(constants, 2))
        print("  offsets of negative and positive", numpy.round(offsets, 2))
        each = means(scale, labels[rows], sources[rows], offsets)
        for source, values in each.items():
            print(f"  {source:22}", numpy.round(values, 3))
        print(f"  {'mean':22}", numpy.round(numpy.mean(list(each.values()), 0), 3))
        if genre == "general":
            found = inner.labels(offsets)
            for name, values in reliability(inner.shares(), found, labels[used], sources[used]).items():
                print("  right,", name, values)


def cross_validate(learner):
    report(left_out(learner), shapes(learner.rows), learner.rows.labels, learner.rows.sources)
