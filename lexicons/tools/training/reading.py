"""A text as the scorer reads it (Sources/Scoring/OpinionReader.swift): the longest entry at every word,
negation, degree, excess, contrast, concession and emphasis as there."""

from .texts import ADDRESS, End
from .written import NEGATORS, OPINIONS

REACH = 4
PRAISE, COMPLAINT = -0.65, -0.4
BEFORE, AFTER, CONCEDED = 0.5, 1.4, 0.6
EXCESS_OF_PRAISE, EXCESS_OF_COMPLAINT = -0.5, 1.3
ADVERB = 0.3


class Hit:
    """An entry met: `term`, `negated` if by its own negated row, and what its valence is multiplied with."""

    __slots__ = ("term", "factor")

    def __init__(self, term, factor):
        self.term, self.factor = term, factor


class Reader:
    """Reads by a set of entries; `polarity(term)` tells the sign that a general negation goes by."""

    def __init__(self, written, entries, polarity):
        self.written, self.entries, self.polarity = written, entries, polarity
        longest = {}
        for term in list(written.parts) + list(written.negated) + list(entries):
            term = term.removeprefix("not~")
            first, _, rest = term.partition(" ")
            longest[first] = max(longest.get(first, 1), 1 + len(rest.split()))
        self.longest = longest

    def longest_at(self, words, place, negated):
        """The longest entry that begins at a place, and how many words it has."""
        found, size, phrase = None, 1, words[place]
        for extra in range(self.longest.get(phrase, 0)):
            if extra:
                if place + extra >= len(words) or not isinstance(words[place + extra], str):
                    break
                phrase += " " + words[place + extra]
            if phrase in self.entries or phrase in self.written.parts:
                found, size = phrase, extra + 1
            elif negated and (("not~" + phrase) in self.entries or phrase in self.written.negated):
                found, size = phrase, extra + 1
        return found, size

    def read(self, words):
        """(hits, evidence, terms): evidence is every entry met, also those that govern others."""
        self.hits, self.evidence, self.terms = [], [], 0
        self.start = self.open = 0
        self.turned = self.conceded = self.adds = False
        self.at_start = 0
        self.unit = place = 0
        self.end_clause()
        while place < len(words):
            word = words[place]
            if word is ADDRESS:
                place += 1
            elif isinstance(word, End):
                self.end(word)
                place += 1
            else:
                place += self.word(words, place)
        self.end_sentence(None)
        return self.hits, self.evidence, self.terms

    def end_clause(self):
        self.last_negated, self.degrees, self.excess, self.conceded = -1, [], None, False
        self.adverb = None

    def end(self, end):
        self.end_sentence(end) if end.closes else self.end_clause()

    def end_sentence(self, end):
        if end is not None and end.mark:
            if "!" in end.mark:
                for hit in self.hits[self.start :]:
                    hit.factor *= 1.08 if end.mark == "!" else 1.16
            if end.mark in self.entries or end.mark in self.written.parts:
                self.hits.append(Hit(end.mark, 1.0))
                self.evidence.append(end.mark)
        self.end_clause()
        self.start = self.open = len(self.hits)
        self.turned = self.adds = False
        self.at_start = self.terms

    def word(self, words, place):
        negated = self.unit < self.last_negated
        term, size = self.longest_at(words, place, negated)
        first_in_sentence = self.terms == self.at_start
        self.terms += size
        self.unit += 1
        if term is None:
            return size
        part = self.written.parts.get(term, "")
        if term in self.entries or part in OPINIONS:
            self.opinion(term, size, part)
            return size
        self.evidence.append(term)
        if part in NEGATORS:
            if part == "lacking" and self.unit <= self.last_negated:
                self.last_negated = -1
            else:
                self.last_negated = self.unit + REACH
                self.strength = self.written.strengths[term]
        elif part == "intensifier":
            self.degrees = self.degrees[-2:] + [(self.written.strengths[term], self.terms)]
        elif part == "excess":
            self.excess = self.terms
        elif part == "contrast":
            if self.adds:
                self.adds = False
            else:
                for hit in self.hits[self.open :]:
                    hit.factor *= BEFORE
                self.end_clause()
                self.turned, self.open = True, len(self.hits)
        elif part == "concession":
            self.conceded = self.conceded or first_in_sentence
        elif part == "additive":
            self.adds = True
        return size

    def opinion(self, term, size, part):
        before = self.terms - size
        if self.adverb == before and self.hits:
            self.evidence.remove(self.hits.pop().term)
            self.degrees = self.degrees[-2:] + [(ADVERB, before)]
        factor, met = 1.0, term
        negated = self.unit <= self.last_negated
        if negated:
            if "not~" + term in self.entries or term in self.written.negated:
                met = "not~" + term
            else:
                factor *= (PRAISE if self.polarity(term) > 0 else COMPLAINT) * self.strength
        for strength, position in self.degrees:
            distance = before + 1 - position
            if 1 <= distance <= 3:
                factor *= max(0.2, 1 + strength * (1.05 - 0.05 * distance))
        if self.excess is not None and before + 1 - self.excess <= 2 and not negated:
            factor *= EXCESS_OF_PRAISE if self.polarity(term) > 0 else EXCESS_OF_COMPLAINT
        if self.turned:
            factor *= AFTER
        if self.conceded:
            factor *= CONCEDED
        self.adverb = self.terms if part == "adverb" else None
        self.hits.append(Hit(met, factor))
        self.evidence.append(met)
