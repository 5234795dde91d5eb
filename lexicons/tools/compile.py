#!/usr/bin/env python3
"""Compiles the lexicons (lexicons/*.tsv) into the tables that CLexicons embeds.

    compile.py            writes Sources/CLexicons/tables/*.bin
    compile.py --check    writes nothing; exits 1 when a table is stale, 2 when a lexicon is wrong

Needs Python 3.9 or newer and nothing else. lexicons/README.md describes both formats.
"""

import re
import struct
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "lexicons"
TABLES = ROOT / "Sources" / "CLexicons" / "tables"

MAGIC = b"RLX1"
MASK = (1 << 64) - 1
SEED = 0xCBF29CE484222325
NEGATION = 0x6E6F74216E6F7421
LONGEST_PHRASE = 8
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
PROVENANCES = {"written", "learned"}
# the apostrophe that ends a shortened word (l'hôtel), not the one of an English ending (don't)
ELISION = re.compile(r"'(?=\w)(?!(?:s|t|d|m|re|ve|ll)\b)")
TONES = {chr(code) for code in range(0x1F3FB, 0x1F400)}
UNCOUNTED = TONES | {"\ufe0e", "\ufe0f", "\u200d", "\u2640", "\u2642"}


class LexiconError(Exception):
    """A line that cannot be compiled, with its place."""


def word_key(word):
    key = SEED
    for byte in unicodedata.normalize("NFD", word.lower()).encode():
        key = ((key ^ byte) * 0x100000001B3) & MASK
    return key


def joined(left, right):
    mixed = ((left * 0x9E3779B97F4A7C15) & MASK) ^ right
    return mixed ^ (mixed >> 29)


def keys(term, is_emoji):
    """The keys of the words of a term, in order."""
    if is_emoji:
        plain = "".join(sign for sign in term if sign not in UNCOUNTED)
        return [raw_key(plain)]
    return [word_key(word) for word in ELISION.sub("' ", term.replace("-", " ")).split()]


def raw_key(text):
    key = SEED
    for byte in text.encode():
        key = ((key ^ byte) * 0x100000001B3) & MASK
    return key


def read(path):
    """The rows of a lexicon: (term, valence in tenths, part)."""
    rows, seen = [], {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.relative_to(ROOT)}:{number}"
        if not line.strip() or line.startswith("# "):
            continue
        fields = line.split("\t")
        if len(fields) != 4:
            raise LexiconError(f"{where}: {len(fields)} columns; write term, valence, part, provenance")
        term, valence, part, provenance = fields
        if part not in ROLES:
            raise LexiconError(f"{where}: unknown part '{part}'; one of {', '.join(filter(None, ROLES))} or empty")
        if provenance not in PROVENANCES:
            raise LexiconError(f"{where}: unknown provenance '{provenance}'; write written or learned")
        try:
            tenths = round(float(valence) * 10)
        except ValueError:
            raise LexiconError(f"{where}: '{valence}' is no number") from None
        if not -40 <= tenths <= 40:
            raise LexiconError(f"{where}: valence {valence} is not within -4 to 4")
        if (term, part == "negated") in seen:
            raise LexiconError(f"{where}: '{term}' stands in line {seen[term, part == 'negated']} already")
        seen[term, part == "negated"] = number
        rows.append((term, tenths, part))
    return rows


def records(rows, is_emoji):
    """Key -> [valence, role, lengths, term], the prefixes of phrases included."""
    table = {}

    def record(key, term):
        entry = table.setdefault(key, [0, 0, 0, term])
        return entry

    for term, tenths, part in rows:
        words = keys(term, is_emoji)
        if not 1 <= len(words) <= LONGEST_PHRASE:
            raise LexiconError(f"'{term}' has {len(words)} words; 1 to {LONGEST_PHRASE} are possible")
        key = words[0]
        for word in words[1:]:
            key = joined(key, word)
        if len(words) > 1:
            record(words[0], "")[2] |= 1 << (len(words) - 2)
        if part == "negated":
            key = joined(NEGATION, key)
        entry = record(key, term)
        if entry[1]:
            raise LexiconError(f"'{term}' and '{entry[3]}' are the same to the scorer; keep one")
        entry[0], entry[1], entry[3] = tenths, ROLES[part], term
    return table


def compiled(path, edition):
    table = records(read(path), path.stem == "emoji")
    slots = 16
    while slots < 2 * len(table):
        slots *= 2
    pool = bytearray()

    def pooled(text):
        encoded = text.encode()
        if len(encoded) > 255:
            raise LexiconError(f"'{text}' is longer than 255 bytes")
        place = len(pool)
        pool.append(len(encoded))
        pool.extend(encoded)
        return place

    pooled(edition)
    filled = [None] * slots
    for key in sorted(table):
        valence, role, lengths, term = table[key]
        slot = (key ^ (key >> 32)) & (slots - 1)
        while filled[slot] is not None:
            slot = (slot + 1) & (slots - 1)
        place = pooled(term) if term else 0
        filled[slot] = struct.pack("<QbBBBI", key, valence, role, lengths, 0, place)
    head = MAGIC + struct.pack("<III", slots, len(table), len(pool))
    return head + b"".join(slot or bytes(16) for slot in filled) + bytes(pool)


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    edition = (SOURCES / "edition").read_text(encoding="utf-8").strip()
    stale = []
    try:
        for path in sorted(SOURCES.glob("*.tsv")):
            table = compiled(path, edition)
            target = TABLES / f"{path.stem}.bin"
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
