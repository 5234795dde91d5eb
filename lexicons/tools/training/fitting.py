"""The regression: a polarity and an opinion for every column, and a level for every source."""

import numpy
from scipy import optimize

from .texts import BINARY, NEUTRAL, POSITIVE, STARS

ITERATIONS = 40
LEVEL_PULL = 30.0


def balanced(labels, sources):
    """What each row weighs: a source n^0.75 in all, its labels half-way balanced."""
    weights = numpy.zeros(len(labels))
    for source in sorted(set(sources)):
        of_source = sources == source
        count = of_source.sum()
        for label in sorted(set(labels[of_source])):
            rows = of_source & (labels == label)
            weights[rows] = (count / rows.sum()) ** 0.25 * count**-0.25
    return weights * len(labels) / weights.sum()


class Regression:
    """Log-odds S + P, 0 and S − P of positive, neutral and negative, P and S linear in the columns.

    Rows of a source without neutral say nothing about S; three stars count as half positive, half
    negative. Each column has its own pull towards its prior, for P and for S.
    """

    def __init__(self, labels, sources):
        self.labels, self.sources = labels, sources
        self.weights = balanced(labels, sources)
        self.names, self.level = numpy.unique(sources, return_inverse=True)
        mixed = numpy.isin(sources, sorted(STARS)) & (labels == NEUTRAL)
        self.no_neutral = numpy.isin(sources, sorted(BINARY)) | mixed
        self.targets = numpy.eye(3)[labels]
        self.targets[mixed] = (0.5, 0, 0.5)

    def gradients(self, polarity, opinion):
        """The loss, and its derivatives by P and S of every row."""
        odds = numpy.stack([opinion - polarity, numpy.zeros_like(opinion), opinion + polarity], 1)
        odds[self.no_neutral, NEUTRAL] = -1e9
        top = odds.max(1, keepdims=True)
        power = numpy.exp(odds - top)
        total = power.sum(1, keepdims=True)
        shares = power / total
        log = numpy.where(self.targets > 0, odds - top - numpy.log(total), 0)
        error = (shares - self.targets) * self.weights[:, None]
        by_polarity = error[:, POSITIVE] - error[:, 0]
        by_opinion = numpy.where(self.no_neutral, 0, error[:, POSITIVE] + error[:, 0])
        return -(self.weights * (self.targets * log).sum(1)).sum(), by_polarity, by_opinion

    def fit(self, for_polarity, for_opinion, pulls, priors=None, offsets=(0.0, 0.0)):
        """The numbers of the columns of two matrices: (polarities, opinions)."""
        sizes = for_polarity.shape[1], for_opinion.shape[1]
        levels = len(self.names)
        cuts = numpy.cumsum([sizes[0], sizes[1], levels])
        pull = numpy.concatenate([pulls[0], pulls[1], numpy.full(2 * levels, LEVEL_PULL)])
        prior = numpy.zeros(len(pull))
        if priors is not None:
            prior[: cuts[1]] = numpy.concatenate(priors)
        turned = for_polarity.T.tocsr(), for_opinion.T.tocsr()
        spread = numpy.concatenate(
            [numpy.asarray(side.multiply(side) @ self.weights).ravel() for side in turned]
            + [numpy.tile(numpy.bincount(self.level, self.weights, levels), 2)]
        )
        step = 1 / numpy.sqrt(0.2 * spread + pull)

        def loss(scaled):
            rest = scaled * step
            values = prior + rest
            first, second, level_p, level_s = numpy.split(values, cuts)
            polarity = for_polarity @ first + level_p[self.level] + offsets[0]
            opinion = for_opinion @ second + level_s[self.level] + offsets[1]
            value, by_polarity, by_opinion = self.gradients(polarity, opinion)
            gradient = numpy.concatenate(
                [
                    turned[0] @ by_polarity,
                    turned[1] @ by_opinion,
                    numpy.bincount(self.level, by_polarity, levels),
                    numpy.bincount(self.level, by_opinion, levels),
                ]
            )
            return value + 0.5 * (pull * rest) @ rest, (gradient + pull * rest) * step

        best = optimize.minimize(
            loss, numpy.zeros(len(pull)), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS, "maxcor": 8}
        )
        first, second, _, _ = numpy.split(prior + best.x * step, cuts)
        return first, second
