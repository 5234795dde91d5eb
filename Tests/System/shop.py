"""A shop that is watched: feeds that grow, a receiver of webhooks, a mailbox, and what Repute promises of them.

Promised: every entry that is published after the baseline is stored once, has one alert, and that alert reaches the
mailbox and the webhook at least once, under the same id and in the same words each time.
"""

import http.server
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import threading
import time

from support import Workplace, repute, reputed

# How long a round of a test may take where the machine is busy, in seconds.
PATIENCE = 60
# How many entries a feed lists.
WINDOW = 400


def rounds(few, most=None):
    """How often a test repeats itself: `few` by default, else ROUNDS of the environment, at most `most`."""
    wanted = int(os.environ.get("ROUNDS", "40"))
    return few if wanted <= 40 else min(wanted, most or wanted)


def wait_until(condition, seconds=PATIENCE):
    """Whether `condition` came true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())


class Web(http.server.ThreadingHTTPServer):
    """Feeds, and a receiver that counts; it can hold back its answers."""

    daemon_threads = True
    request_queue_size = 512

    def __init__(self, names):
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.published = {name: 3 for name in names}
        self.asked = {name: 0 for name in names}
        self.is_growing = False
        self.received = {}
        self.feeds_answer, self.hook_answers = threading.Event(), threading.Event()
        self.feeds_answer.set()
        self.hook_answers.set()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]

    def handle_error(self, request, client_address):
        pass  # a killed client breaks its connection: that is the test


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def do_GET(self):
        name = self.path.strip("/").removesuffix(".xml")
        with self.server.lock:
            self.server.asked[name] += 1
        self.server.feeds_answer.wait()
        with self.server.lock:
            last = self.server.published[name]
            if self.server.is_growing:
                last += random.randint(0, 3)
                self.server.published[name] = last
        tag = f'"{last}"'
        if self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.send_header("ETag", tag)
            self.end_headers()
            return
        items = "".join(
            f"<item><guid isPermaLink='false'>{name}-{n}</guid><title>Order {n} was wrong</title>"
            f"<rating>1</rating><description>Rude staff, number {n}.</description></item>"
            for n in range(last, max(0, last - WINDOW), -1)
        )
        body = f"<rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.hook_answers.wait()
        alert = json.loads(body)["data"]["alert"]["id"]
        with self.server.lock:
            received = self.server.received.setdefault(self.headers["webhook-id"], [])
            received.append(str(alert))
        self.send_response(204)
        self.end_headers()


class Shop:
    """A watched shop of one test, with reputed as its program; `test` fails where a promise is broken."""

    def __init__(
        self, test, names=("a", "b", "c"), host="127.0.0.1", polling="", more="", mail="", hook="", interval="1s"
    ):
        self.test = test
        self.place = Workplace()
        self.web = Web(names)
        self.store = self.place.path / "state/repute.db"
        self.baseline_counts = {}
        self.daemons = []
        test.addCleanup(self.place.remove)
        test.addCleanup(self.web.server_close)
        test.addCleanup(self.web.shutdown)
        test.addCleanup(self.end)
        sources = "".join(
            f"  - {{id: {n}, url: 'http://{host}:{self.web.port}/{n}.xml', kind: review, brand: shop}}\n"
            for n in names
        )
        self.text = f"""
business: {{name: Shop}}
storage: {{path: state/repute.db}}
polling:
  interval: {interval}
  minimum_interval: 1s
  host_spacing: 0s
  per_host: 8
  allow_private_networks: ['127.0.0.1:{self.web.port}']
{polling}
brands: [{{id: shop, name: Shop}}]
sources:
{sources}
rules: [{{id: complaints, when: {{label: negative}}, cooldown: 0s}}]
channels:
  - {{id: mail, type: sendmail, from: r@shop.example, to: [o@shop.example],
      command: [{self.place.sendmail()}, '{{sender}}', '{{recipients}}']{mail}}}
  - {{id: hook, type: webhook, url: 'http://127.0.0.1:{self.web.port}/hook'{hook}}}
log: {{level: notice}}
{more}
"""
        self.config = self.place.write("repute.yaml", self.text)

    # The program.

    def start(self, environment=None, is_ready=True, **options):
        """A daemon on the shop, which is at work when this returns."""
        seen = len(self.log())
        with open(self.place.path / "log", "ab") as log:
            daemon = subprocess.Popen(
                [reputed(), "--config", self.config], stdout=log, stderr=log,
                env={**os.environ, **(environment or {})}, **options,
            )
        self.daemons.append(daemon)
        if is_ready:
            begun = wait_until(lambda: "watching" in self.log()[seen:] or daemon.poll() is not None)
            self.test.assertTrue(begun and daemon.poll() is None, self.log()[-2000:])
        return daemon

    def stop(self, daemon):
        """Ends a daemon as systemd would; it has to end well."""
        self.test.assertIsNone(daemon.poll(), "the daemon had ended: " + self.log()[-2000:])
        daemon.send_signal(signal.SIGTERM)
        self.test.assertEqual(daemon.wait(PATIENCE), 0, self.log()[-2000:])

    def kill(self, daemon):
        self.test.assertIsNone(daemon.poll(), "the daemon had ended: " + self.log()[-2000:])
        daemon.send_signal(signal.SIGKILL)
        daemon.wait()

    def end(self):
        self.web.feeds_answer.set()
        self.web.hook_answers.set()
        for daemon in self.daemons:
            if daemon.poll() is None:
                daemon.kill()
                daemon.wait()

    def once(self, environment=None):
        """One pass; what it said is kept as the log is."""
        run = subprocess.run(
            [reputed(), "--config", self.config, "--once"], capture_output=True, text=True,
            env={**os.environ, **(environment or {})}, timeout=300,
        )
        with open(self.place.path / "log", "a") as log:
            log.write(run.stdout + run.stderr)
        return run

    def run_repute(self, *words):
        """What the command line says."""
        run = subprocess.run(
            [repute(), *map(str, words), "--config", self.config], capture_output=True, text=True, timeout=120
        )
        self.test.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        return run.stdout

    def log(self):
        path = self.place.path / "log"
        return path.read_text(errors="replace") if path.exists() else ""

    def says(self, pattern, seconds=PATIENCE):
        """Waits for a line of the log that matches."""
        found = wait_until(lambda: re.search(pattern, self.log()), seconds)
        self.test.assertTrue(found, f"no line says {pattern!r}:\n" + self.log()[-3000:])

    # What happens in the shop.

    def open(self):
        """Reads what is there already, which alerts nobody."""
        run = self.once()
        self.test.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.baseline_counts = dict(self.web.published)

    def complain(self, count=1, name=None):
        """Publishes complaints in one feed, or in every feed."""
        with self.web.lock:
            for each in [name] if name else self.web.published:
                self.web.published[each] += count

    def count(self, sql):
        """The number that a question to the store answers with."""
        db = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True, timeout=20)
        try:
            return db.execute(sql).fetchone()[0]
        finally:
            db.close()

    def stored(self):
        return self.count("SELECT count(*) FROM mention")

    def is_settled(self):
        """Whether all that was published is stored, decided on and told."""
        return (
            self.stored() >= sum(self.web.published.values())
            and self.count("SELECT count(*) FROM mention WHERE isDecided = 0") == 0
            and self.count("SELECT count(*) FROM delivery WHERE state <> 'delivered'") == 0
        )

    def is_hurried(self):
        """Whether all is settled; spares the daemon the wait for the next attempt."""
        if self.is_settled():
            return True
        self.run_repute("alerts", "retry")
        time.sleep(0.5)
        return False

    def settle(self, **options):
        """Runs passes, undisturbed, until nothing is left to do."""
        self.web.is_growing = False
        for _ in range(60):
            self.let_due()
            run = self.once(**options)
            self.test.assertEqual(run.returncode, 0, run.stdout + run.stderr)
            if self.is_settled():
                return
        self.test.fail("the outbox did not become empty")

    def let_due(self):
        """Spares the waiting for the next poll, and for the next attempt of a letter that failed."""
        with sqlite3.connect(self.store, timeout=20) as db:
            db.execute("UPDATE source SET nextPoll = 0")
            db.execute("UPDATE delivery SET nextAttempt = 0 WHERE state = 'pending'")
            db.execute("UPDATE channelState SET nextTry = NULL")

    def forget_letters(self):
        """Begins to count letters anew, for another try from the same store."""
        self.web.received.clear()
        for path in (self.place.path / "mail").iterdir():
            path.unlink()

    # What is promised.

    def keeps_its_promise(self):
        """Everything is stored once, told, and told under one id; call it when all is settled."""
        test, db = self.test, sqlite3.connect(self.store)
        test.addCleanup(db.close)
        test.assertEqual(db.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        test.assertEqual(db.execute("PRAGMA foreign_key_check").fetchall(), [])
        stored = [row[0] for row in db.execute("SELECT entryId FROM mention ORDER BY id")]
        published = {
            f"{s}-{n}" for s, last in self.web.published.items() for n in range(1, last + 1)
        }
        test.assertEqual(len(stored), len(set(stored)), "an entry was stored twice")
        test.assertEqual(set(stored), published, "an entry was lost")
        news = {
            f"{s}-{n}"
            for s, last in self.web.published.items()
            for n in range(self.baseline_counts[s] + 1, last + 1)
        }
        alerted = [
            row[0]
            for row in db.execute("SELECT entryId FROM alertMention JOIN mention ON mention.id = mentionId")
        ]
        test.assertEqual(len(alerted), len(set(alerted)), "an entry was alerted on twice")
        test.assertEqual(set(alerted), news, "an alert was lost")
        self.check_letters(db)
        count = db.execute(
            "SELECT sum(negative + neutral + positive + unscored) FROM dayCount WHERE brandId = ''"
        )
        test.assertEqual(count.fetchone()[0], len(stored), "the figures by day do not add up")

    def check_letters(self, db):
        # What waited together is one letter, told under the id of the delivery that leads it.
        def ids(channel):
            sql = "SELECT messageId FROM delivery WHERE channelId = ? AND leadId IS NULL"
            return {row[0] for row in db.execute(sql, [channel])}

        test = self.test
        undelivered = db.execute("SELECT count(*) FROM delivery WHERE state <> 'delivered'")
        test.assertEqual(undelivered.fetchone()[0], 0, "a letter was not delivered")
        test.assertEqual(set(self.web.received), ids("hook"), "webhook ids differ")
        for calls in self.web.received.values():
            test.assertEqual(len(set(calls)), 1, "one id stood for two alerts")
        sent = {}
        for mail in self.place.mails():
            name = mail["Message-ID"].strip("<>").split("@")[0]
            sent.setdefault(name, set()).add(mail.as_string())
        test.assertEqual(set(sent), ids("mail"), "mails differ")
        for copies in sent.values():
            test.assertEqual(len(copies), 1, "one id stood for two letters")
        chained = db.execute(
            "SELECT count(*) FROM delivery AS one JOIN delivery AS lead ON lead.id = one.leadId"
            " WHERE lead.leadId IS NOT NULL OR lead.channelId <> one.channelId"
        )
        test.assertEqual(chained.fetchone()[0], 0, "a letter is led by what has no letter")

    def figures(self):
        """What was told, for the line that a test prints."""
        calls = sum(map(len, self.web.received.values()))
        news = sum(self.web.published.values()) - sum(self.baseline_counts.values())
        return (
            f"{news} entries, {calls} webhook calls for {len(self.web.received)} ids, {len(self.place.mails())} mails"
        )
