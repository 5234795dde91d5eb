"""Every report, list and search as a whole process on a large store, beside the bare queries.

reports.py BIN FOLDER [--mentions 1000000] [--rounds 7] [--only WORD]

BIN holds `repute` and `reputed`. FOLDER gets the store on the first run: made-up reviews of two years in 20 sources, imported by
`repute import`. Each row runs `repute` and the `sqlite3` shell in turn; printed are the medians of user + system CPU in
milliseconds, start included, and whether ours stays within 20 ms plus three times the bare queries (`status`: 15 ms).
"""

import argparse
import os
import pathlib
import resource
import shlex
import statistics
import subprocess
import sys

SOURCES = 20
RECENT = "occurredAt >= unixepoch() - 30 * 86400"
DAYS = "day >= unixepoch() / 86400 - {}"

COUNTS = "sum(negative), sum(neutral), sum(positive), sum(unscored), sum(rated), sum(starSum)"
LIST = "SELECT id, sourceId, title, text, author, stars, label, score, occurredAt FROM mention"
TREND = f"SELECT day, {COUNTS} FROM dayCount WHERE brandId = 'chain' AND {DAYS} GROUP BY day;"
ASPECTS = f"SELECT aspect, sum(negative), sum(neutral), sum(positive) FROM aspectCount WHERE brandId = 'chain' AND {DAYS} GROUP BY aspect;"
FACETS = f"SELECT facet, value, {COUNTS} FROM facetCount WHERE brandId = 'chain' AND facet = '{{0}}' AND {DAYS.replace('{}', '{1}')} GROUP BY value;"
OLDEST = "SELECT id, text FROM mention WHERE label = 'negative' AND isOpen = 1 ORDER BY occurredAt LIMIT 1;"
REVIEWS = "SELECT occurredAt, replyDate, answeredAt, sourceId, stars, hasReply FROM mention WHERE kind = 'review' AND occurredAt >= unixepoch() - {} * 86400;"
AUTHORS = f"SELECT sourceId, author, count(*) FROM mention INDEXED BY mentionDay WHERE author IS NOT NULL AND {DAYS} GROUP BY sourceId, author HAVING count(*) > 1;"
WORST = f"{LIST} WHERE label = 'negative' AND {RECENT} ORDER BY score LIMIT 5;"

ROWS = [
    ("status", "status", f"SELECT {COUNTS} FROM dayCount WHERE brandId = ''; {OLDEST} SELECT * FROM source; SELECT state, count(*) FROM delivery GROUP BY state;"),
    ("newest", "mentions", f"{LIST} ORDER BY occurredAt DESC LIMIT 25; SELECT count(*) FROM mention;"),
    ("worst", "mentions --sort worst --since 30d", f"{LIST} WHERE {RECENT} ORDER BY score LIMIT 25; SELECT count(*) FROM mention WHERE {RECENT};"),
    ("negative", "mentions --label negative --since 30d", f"{LIST} WHERE label = 'negative' AND {RECENT} ORDER BY occurredAt DESC LIMIT 25; SELECT count(*) FROM mention WHERE label = 'negative' AND {RECENT};"),
    ("unanswered", "mentions --label negative --unanswered --sort oldest", f"{LIST} WHERE label = 'negative' AND isOpen = 1 ORDER BY occurredAt LIMIT 25; SELECT count(*) FROM mention WHERE label = 'negative' AND isOpen = 1;"),
    ("inbox", "inbox", f"{LIST} WHERE label = 'negative' AND isOpen = 1 ORDER BY occurredAt LIMIT 25; SELECT count(*) FROM mention WHERE label = 'negative' AND isOpen = 1;"),
    ("rare word", "search samovar", f"{LIST} WHERE id IN (SELECT rowid FROM mentionText WHERE mentionText MATCH 'samovar' ORDER BY rowid DESC LIMIT 25); SELECT count(*) FROM mentionText WHERE mentionText MATCH 'samovar';"),
    ("common word", "search waiter", f"{LIST} WHERE id IN (SELECT rowid FROM mentionText WHERE mentionText MATCH 'waiter' ORDER BY rowid DESC LIMIT 25); SELECT count(*) FROM mentionText WHERE mentionText MATCH 'waiter';"),
    ("phrase", 'search "hidden fees" --label negative', f"{LIST} WHERE id IN (SELECT rowid FROM mentionText WHERE mentionText MATCH '\"hidden fees\"' ORDER BY rowid DESC) AND label = 'negative' ORDER BY id DESC LIMIT 25; SELECT count(*) FROM mentionText JOIN mention ON mention.id = mentionText.rowid WHERE mentionText MATCH '\"hidden fees\"' AND label = 'negative';"),
    ("show", "show 500000", "SELECT * FROM mention WHERE id = 500000;"),
    ("summary, 30 days", "report --since 30d", OLDEST + WORST + TREND.format(60) + ASPECTS.format(60) + FACETS.format("source", 60) + REVIEWS.format(60)),
    ("trend, 30 days", "report trend --since 30d", OLDEST + TREND.format(60) + REVIEWS.format(30)),
    ("trust, 30 days", "report trust --since 30d", OLDEST + ASPECTS.format(60) + FACETS.format("word", 60)),
    ("response, 30 days", "report response --since 30d", OLDEST + REVIEWS.format(60)),
    ("sources, 30 days", "report sources --since 30d", OLDEST + FACETS.format("source", 60) + FACETS.format("language", 30) + AUTHORS.format(30)),
    ("competitors, 30 days", "report competitors --since 30d", OLDEST + TREND.format(60)),
    ("summary, two years", "report --since 730d --compare none", OLDEST + WORST + TREND.format(730) + ASPECTS.format(730) + FACETS.format("source", 730) + FACETS.format("word", 730) + REVIEWS.format(730)),
    ("trend, two years", "report trend --since 730d --compare none", OLDEST + TREND.format(730) + REVIEWS.format(730)),
    ("trust, two years", "report trust --since 730d --compare none", OLDEST + ASPECTS.format(730) + FACETS.format("word", 730)),
    ("sources, two years", "report sources --since 730d --compare none", OLDEST + FACETS.format("source", 730) + FACETS.format("language", 730) + AUTHORS.format(730)),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--mentions", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    repute = options.bin.resolve() / "repute"
    config = options.folder / "repute.yaml"
    if not config.exists():
        fill(repute, options.folder, config, options.mentions)
    environment = dict(os.environ, REPUTE_CONFIG=str(config))
    store = options.folder / "repute.db"
    print(f"{'':24} {'ours':>7} {'bare':>7} {'limit':>7}")
    for name, words, sql in ROWS:
        if options.only not in name:
            continue
        ours, bare = [], []
        for _ in range(options.rounds + 1):
            ours.append(cpu([str(repute), *shlex.split(words)], environment))
            bare.append(cpu(["sqlite3", "-readonly", str(store), sql], environment))
        # The first round warms the page cache.
        mine, theirs = statistics.median(ours[1:]), statistics.median(bare[1:])
        limit = 15 if name == "status" else 20 + 3 * theirs
        print(f"{name:24} {mine:7.1f} {theirs:7.1f} {limit:7.1f} {'' if mine <= limit else 'ABOVE'}", flush=True)


def fill(repute, folder, config, mentions):
    folder.mkdir(parents=True, exist_ok=True)
    here = pathlib.Path(__file__).parent
    subprocess.run([sys.executable, here / "reviews.py", str(mentions), str(SOURCES), folder], check=True)
    config.write_text(
        f"business: {{name: Chain, time_zone: Europe/Berlin}}\nstorage: {{path: {folder.resolve()}/repute.db}}\n"
        "brands:\n  - {id: chain, name: Chain}\n  - {id: rival, name: Rival, competitor: true}\nsources:\n"
        + "".join(
            f'  - {{id: s{n:02d}, url: "https://s{n:02d}.example/feed", kind: review, brand: chain, enabled: false}}\n'
            for n in range(SOURCES)
        )
    )
    environment = dict(os.environ, REPUTE_CONFIG=str(config))
    # The daemon makes the file.
    subprocess.run([repute.with_name("reputed"), "--once"], env=environment, check=True)
    for number in range(SOURCES):
        file = folder / f"s{number:02d}.csv"
        subprocess.run([repute, "import", file, "--source", f"s{number:02d}"], env=environment, check=True)
        file.unlink()
    with_sqlite = ["sqlite3", str(folder / "repute.db")]
    subprocess.run([*with_sqlite, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize;"], check=True)


def cpu(command, environment):
    """Milliseconds of user and system CPU of one process; ends the program if it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, env=environment, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{command[:4]} failed: {done.stderr.decode()[:400]}")
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


main()
