#!/usr/bin/env python3
"""Compiles the aspect lists (lexicons/aspects/*.tsv) into the tables that CLexicons embeds.

    compile_aspects.py            writes Sources/CLexicons/tables/aspects-*.bin
    compile_aspects.py --check    writes nothing; exits 1 when a table is stale, 2 when a list is wrong

Needs Python 3.9 or newer and nothing else. lexicons/README.md describes both formats.
"""

import struct
import sys

from compile import LONGEST_PHRASE, ROOT, SOURCES, LexiconError, joined, keys, update

MAGIC = b"RLA1"
# in the order of Model.Aspect, counted from 1
ASPECTS = (
    "transparency reliability integrity authenticity care value privacy "
    "product staff delivery place price website billing"
).split()
MARKS = {"none": 28, "negator": 29, "contrast": 30, "clause": 31}
CODES = {name: code for code, name in enumerate(ASPECTS, 1)} | MARKS
STRENGTHS = {"1": 0, "0.5": 1}
POLARITIES = {"": 0, "positive": 1, "negative": 2}
MOST_ASPECTS = 4


def read(path):
    """The rows of a list: (place, term, aspect, one byte of code, strength and polarity)."""
    rows, seen = [], {}
    name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{name}:{number}"
        if not line.strip() or line.startswith("# "):
            continue
        fields = line.split("\t")
        if len(fields) != 5:
            raise LexiconError(
                f"{where}: {len(fields)} columns; write term, aspect, strength, polarity, provenance"
            )
        term, aspect, strength, polarity, provenance = fields
        if aspect not in CODES:
            raise LexiconError(f"{where}: unknown aspect '{aspect}'; one of {', '.join(CODES)}")
        if strength not in STRENGTHS:
            raise LexiconError(f"{where}: strength '{strength}'; write 1 or 0.5")
        if polarity not in POLARITIES:
            raise LexiconError(f"{where}: polarity '{polarity}'; write positive, negative or nothing")
        if provenance != "written":
            raise LexiconError(f"{where}: unknown provenance '{provenance}'; write written")
        if term != term.lower():
            raise LexiconError(f"{where}: '{term}' has capitals; write small letters")
        words = keys(term, False)
        if not 1 <= len(words) <= LONGEST_PHRASE:
            raise LexiconError(f"{where}: {len(words)} words; 1 to {LONGEST_PHRASE} are possible")
        if (term, aspect) in seen:
            raise LexiconError(f"{where}: '{term}' stands for {aspect} in line {seen[term, aspect]} already")
        seen[term, aspect] = number
        rows.append((where, term, words, CODES[aspect] | STRENGTHS[strength] << 5 | POLARITIES[polarity] << 6))
    return rows


def records(rows):
    """Key -> [aspect bytes, phrase lengths, term], the first words of phrases included."""
    table = {}
    for where, term, words, code in rows:
        key = words[0]
        for word in words[1:]:
            key = joined(key, word)
        if len(words) > 1:
            table.setdefault(words[0], [[], 0, ""])[1] |= 1 << (len(words) - 2)
        entry = table.setdefault(key, [[], 0, term])
        if entry[0] and entry[2] != term:
            raise LexiconError(f"{where}: '{term}' and '{entry[2]}' are the same to the tagger; keep one")
        entry[2] = term
        entry[0].append(code)
        if len(entry[0]) > MOST_ASPECTS:
            raise LexiconError(f"{where}: '{term}' has more than {MOST_ASPECTS} aspects")
        if len(entry[0]) > 1 and any(one & 31 >= min(MARKS.values()) for one in entry[0]):
            raise LexiconError(f"{where}: '{term}' is a mark and an aspect; keep one")
    return table


def compiled(path):
    table = records(read(path))
    slots = 16
    while slots < 2 * len(table):
        slots *= 2
    filled = [None] * slots
    for key in sorted(table):
        aspects, lengths, _ = table[key]
        slot = (key ^ (key >> 32)) & (slots - 1)
        while filled[slot] is not None:
            slot = (slot + 1) & (slots - 1)
        padded = aspects + [0] * (MOST_ASPECTS - len(aspects))
        filled[slot] = struct.pack("<Q4BB3x", key, *padded, lengths)
    head = MAGIC + struct.pack("<III", slots, len(table), 0)
    return head + b"".join(slot or bytes(16) for slot in filled)


def main(arguments):
    paths = sorted((SOURCES / "aspects").glob("*.tsv"))
    return update(((f"aspects-{path.stem}", compiled(path)) for path in paths), arguments, __doc__)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
