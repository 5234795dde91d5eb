"""Stores as earlier releases left them, made by the steps of the schema as the sources tell them."""

import re
import sqlite3

from support import ROOT

STEPS = ROOT / "Sources/SQLiteStorage/Migrations"
ROWS = """
    INSERT INTO source (id, kind, isActive, isConfigured, urlDigest, readingDigest, nextPoll, lastPoll, mentionCount)
        VALUES ('reviews', 'review', 1, 1, 'u', 'r', 4000000000, 1000000000, 1);
    INSERT INTO mention
        (id, sourceId, kind, identityRung, identityKey, entryId, text, hasReply, brandMatches, score, label, confidence,
        basis, textLabel, disagrees, contributions, lexicon, firstSeen, occurredAt, day, isBaseline, isNews, isDecided)
        VALUES (7, 'reviews', 'review', 'id', 'k', '7', 'Cold soup and a rude waiter', 0,
        '[{"brand":"shop","terms":["soup"]}]', -0.5, 'negative', 0.5, 'text', 'negative', 0, '[]', 'x',
        1000000000, 1000000000, 11574, 0, 1, 1);
    INSERT INTO mentionBrand VALUES (7, 'shop', 1000000000, 11574, 'reviews', 'negative', NULL, NULL);
    INSERT INTO entry VALUES ('reviews', 'k', 'id', 7, 'digest', 0, 1000000000);
    INSERT INTO dayCount (brandId, day, negative) VALUES ('', 11574, 1), ('shop', 11574, 1);
"""


def text(name, member):
    """The value of a string constant of one of the steps."""
    source = (STEPS / f"{name}.swift").read_text()
    found = re.search(rf'static let {member} =\s*("""\n(.*?)\n( *)"""|"([^"\n]*)"|[^"\n]+)', source, re.S)
    whole, block, indent, line = found[1], found[2], found[3], found[4]
    if block is not None:
        value = re.sub(rf"(?m)^{indent}", "", block).replace("\\\n", "")
    elif line is not None:
        value = line
    else:
        parts = [part.strip().split(".") for part in whole.split("+")]
        return "".join(text(*(part if len(part) == 2 else [name, part[0]])) for part in parts)
    return re.sub(r"\\\((\w+)\)", lambda match: text(name, match[1]), value)


def steps():
    """Each step's name and its SQL, oldest first."""
    source = (STEPS / "Schema.swift").read_text()
    found = re.findall(r'registerMigration\("([^"]+)".*?execute\(sql: ([^)]+)\)', source, re.S)
    return [
        (name, "".join(text(*part.strip().split(".")) for part in expression.split("+"))) for name, expression in found
    ]


def former(path, count):
    """Makes a store of the first `count` steps with one complaint in it; the name of its last step."""
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        for number, (name, sql) in enumerate(steps()[:count]):
            database.executescript(sql + (ROWS if number == 0 else ""))
            database.execute("INSERT INTO grdb_migrations VALUES (?)", [name])
    database.close()
    return steps()[count - 1][0]
