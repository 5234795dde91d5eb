#!/usr/bin/env python3
"""Compiles the lexicons (lexicons/*.tsv, lexicons/learned/*.tsv) into the tables that CLexicons embeds.

    compile.py            writes Sources/CLexicons/tables/*.bin
    compile.py --check    writes nothing; exits 1 when a table is stale, 2 when a lexicon is wrong

Needs Python 3.9 or newer and nothing else. lexicons/README.md describes both formats.
"""

import re
import struct
import sys
import unicodedata
from pathlib import Path

import variants

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "lexicons"
TABLES = ROOT / "Sources" / "CLexicons" / "tables"

MAGIC = b"RLX2"
MASK = (1 << 64) - 1
SEED = 0xCBF29CE484222325
NEGATION = 0x6E6F74216E6F7421
LONGEST_PHRASE = 8
STEPS = 20  # how many parts of 1 the two numbers of an entry are stored in
ROLES = {
    "": 1,
    "negated": 1,
    "negator": 2,
    "intensifier": 3,
    "contrast": 4,
    "concession": 5,
    "excess": 6,
    "additive": 7,
    "silent": 8,
    "adverb": 9,
    "lacking": 10,
}
TURNED = 11  # no row's part: a term that only counts when it is negated
OPINIONS = {"", "negated", "adverb"}
ORIGINS = {"written": 0, "learned": 1}
# the apostrophe that ends a shortened word (l'hôtel), not the one of an English ending (don't)
ELISION = re.compile(r"'(?=\w)(?!(?:s|t|d|m|re|ve|ll)\b)")
TONES = {chr(code) for code in range(0x1F3FB, 0x1F400)}
UNCOUNTED = TONES | {"\ufe0e", "\ufe0f", "\u200d", "\u2640", "\u2642"}
# what a sentence may end with and be a term; runs are cut to these by the tokenizer
SENTENCE_ENDS = {"!": "!", "!!": "!!", "?": "?", "??": "??", "?!": "?!", "...": "...", "…": "..."}


class LexiconError(Exception):
    """A line that cannot be compiled, with its place."""


def word_key(word):
    return raw_key(unicodedata.normalize("NFD", word.lower()))


def raw_key(text):
    key = SEED
    for byte in text.encode():
        key = ((key ^ byte) * 0x100000001B3) & MASK
    return key


def joined(left, right):
    mixed = ((left * 0x9E3779B97F4A7C15) & MASK) ^ right
    return mixed ^ (mixed >> 29)


def words(term):
    """The words of a term as the tokenizer cuts them."""
    return tuple(ELISION.sub("' ", term.replace("-", " ")).lower().split())


def keys(term, is_emoji):
    """The keys of the words of a term, in order."""
    if term in SENTENCE_ENDS:
        return [raw_key(SENTENCE_ENDS[term])]
    if is_emoji:
        return [raw_key("".join(sign for sign in term if sign not in UNCOUNTED))]
    return [word_key(word) for word in words(term)]


def phrase_key(word_keys):
    key = word_keys[0]
    for word in word_keys[1:]:
        key = joined(key, word)
    return key


def steps(text, where, name):
    """A number of the lexicon in steps of 0.05."""
    try:
        value = float(text)
    except ValueError:
        raise LexiconError(f"{where}: {name} '{text}' is no number") from None
    if not -4 <= value <= 4:
        raise LexiconError(f"{where}: {name} {text} is not within -4 to 4")
    return round(value * STEPS)


def lines(path):
    """The lines of a file that are no remarks: (place, columns)."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("# "):
            yield f"{path.relative_to(ROOT)}:{number}", line.split("\t")


def read(path):
    """The rows of a file by their words and whether negated: (term, valence, opinion, part, origin), in steps."""
    rows, seen = {}, {}
    for where, fields in lines(path):
        if len(fields) != 5:
            raise LexiconError(
                f"{where}: {len(fields)} columns; write term, valence, opinion, part, provenance")
        term, valence, opinion, part, provenance = fields
        if part not in ROLES:
            raise LexiconError(f"{where}: unknown part '{part}'; one of {', '.join(filter(None, ROLES))} or empty")
        if provenance not in ORIGINS:
            raise LexiconError(f"{where}: unknown provenance '{provenance}'; write written or learned")
        value = steps(valence, where, "valence")
        if opinion:
            evidence = steps(opinion, where, "opinion")
        else:
            # half up, as the scorer does for an owner's words
            evidence = (abs(value) + 1) // 2 if part in OPINIONS else 0
        key = (term if path.stem == "emoji" else words(term), part == "negated")
        if key in seen:
            raise LexiconError(f"{where}: '{term}' stands at {seen[key]} already")
        seen[key] = where
        rows[key] = (term, value, evidence, part, ORIGINS[provenance])
    return rows


def lexicon(path):
    """The rows of a lexicon: those that a person wrote, but for what is learned about the same terms."""
    learned = path.parent / "learned" / path.name
    return [*(read(path) | (read(learned) if learned.exists() else {})).values()]


def typos(path):
    """Words of a wrong spelling -> the words that are meant; none where there is no such file."""
    table = {}
    if not path.exists():
        return table
    for where, fields in lines(path):
        if len(fields) != 2 or not all(map(words, fields)):
            raise LexiconError(f"{where}: write the wrong spelling, a tab and the right one")
        wrong, right = map(words, fields)
        if wrong in table:
            raise LexiconError(f"{where}: '{fields[0]}' stands here twice")
        table[wrong] = right
    return table


def misspelled(term, wrong_spellings):
    """The term with one of its words, or pairs of words, in each of their wrong spellings."""
    right = words(term)
    for length in (1, 2, 3):
        for start in range(len(right) - length + 1):
            for wrong in wrong_spellings.get(right[start : start + length], ()):
                yield right[:start] + wrong + right[start + length :]


def follow(word_key):
    """The bit that says that a phrase may go on with a word."""
    return 1 << (word_key >> 40 & 7)


class Table:
    """Key -> [valence, opinion, role with origin, follows, term]."""

    def __init__(self, rows, is_emoji, typing_errors, language):
        self.records = {}
        self.continued = set()  # the keys of beginnings of two words and more, and of phrases
        for row in rows:
            self.add(row, keys(row[0], is_emoji))
        wrong_spellings = {}
        for wrong, right in typing_errors.items():
            wrong_spellings.setdefault(right, []).append(wrong)
        for row in rows:
            for spelling in misspelled(row[0], wrong_spellings):
                word_keys = [word_key(word) for word in spelling]
                if len(spelling) <= LONGEST_PHRASE and not self.has(row[3], word_keys):
                    self.add(row, word_keys)
        taken = variants.others(language)
        for row in rows:
            for spelling in variants.spellings(words(row[0]), language, taken):
                word_keys = [word_key(word) for word in spelling]
                if not self.has(row[3], word_keys):
                    self.add(row, word_keys)
        self.add_turned(rows, is_emoji)

    def record(self, key, term):
        return self.records.setdefault(key, [0, 0, 0, 0, term])

    def entry_key(self, part, word_keys):
        key = phrase_key(word_keys)
        return joined(NEGATION, key) if part == "negated" else key

    def has(self, part, word_keys):
        return bool(self.records.get(self.entry_key(part, word_keys), [0, 0, 0])[2])

    def add(self, row, word_keys):
        term, value, opinion, part, origin = row
        if not 1 <= len(word_keys) <= LONGEST_PHRASE:
            raise LexiconError(f"'{term}' has {len(word_keys)} words; 1 to {LONGEST_PHRASE} are possible")
        for word in word_keys:
            self.record(word, "")
        for length in range(1, len(word_keys)):
            self.record(phrase_key(word_keys[:length]), "")[3] |= follow(word_keys[length])
            self.continued.add(phrase_key(word_keys[: length + 1]))
        entry = self.record(self.entry_key(part, word_keys), term)
        if entry[2]:
            raise LexiconError(f"'{term}' and '{entry[4]}' are the same to the scorer; keep one")
        entry[0], entry[1], entry[2], entry[4] = value, opinion, ROLES[part] | origin << 6, term

    def add_turned(self, rows, is_emoji):
        """Lets terms be found that only have a negated entry."""
        for term, _, _, part, origin in rows:
            word_keys = keys(term, is_emoji)
            if part == "negated" and not self.has("", word_keys):
                entry = self.record(phrase_key(word_keys), term)
                entry[2], entry[4] = TURNED | origin << 6, term


def compiled(path, edition):
    entries = Table(
        lexicon(path), path.stem == "emoji", typos(SOURCES / "typos" / path.name), path.stem)
    table = entries.records
    slots = 16
    while slots < 2 * len(table):
        slots *= 2
    pool, places = bytearray(), {}

    def pooled(text):
        encoded = text.encode()
        if len(encoded) > 255:
            raise LexiconError(f"'{text}' is longer than 255 bytes")
        if text not in places:
            places[text] = len(pool)
            pool.append(len(encoded))
            pool.extend(encoded)
        return places[text]

    pooled(edition)
    filled = [None] * slots
    for key in sorted(table):
        valence, opinion, role, follows, term = table[key]
        slot = (key ^ (key >> 32)) & (slots - 1)
        while filled[slot] is not None:
            slot = (slot + 1) & (slots - 1)
        place = pooled(term) if term else 0
        filled[slot] = struct.pack("<QbbBBI", key, valence, opinion, role, follows, place)
    sieve = bytearray(slots // 4)
    for key in entries.continued:
        bit = key >> 40 & (2 * slots - 1)
        sieve[bit >> 3] |= 1 << (bit & 7)
    head = MAGIC + struct.pack("<III", slots, len(table), len(pool))
    return head + b"".join(slot or bytes(16) for slot in filled) + bytes(sieve + pool)


def update(tables, arguments, usage):
    """Writes the tables that `tables` gives, (name, bytes), where they differ; the exit code of a tool."""
    if arguments not in ([], ["--check"]):
        print(usage.strip(), file=sys.stderr)
        return 2
    stale = []
    try:
        for name, table in tables:
            target = TABLES / f"{name}.bin"
            if target.exists() and target.read_bytes() == table:
                continue
            stale.append(target.relative_to(ROOT))
            if not arguments:
                TABLES.mkdir(parents=True, exist_ok=True)
                target.write_bytes(table)
    except LexiconError as error:
        print(error, file=sys.stderr)
        return 2
    for target in stale:
        print(f"{target}: " + ("stale; run make lexicon" if arguments else "written"))
    return 1 if arguments and stale else 0


def main(arguments):
    edition = (SOURCES / "edition").read_text(encoding="utf-8").strip()
    tables = ((path.stem, compiled(path, edition)) for path in sorted(SOURCES.glob("*.tsv")))
    return update(tables, arguments, __doc__)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
