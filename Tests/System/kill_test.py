"""Kills reputed with SIGKILL at random moments while entries appear, and counts what came of it.

Promised, and checked at the end: every entry that was published after the baseline is stored once,
has one alert, and that alert reached the mailbox and the webhook at least once, under the same id
each time. ROUNDS in the environment says how often to kill (default 300).
"""

import http.server
import json
import os
import random
import signal
import sqlite3
import subprocess
import threading
import time
import unittest
from pathlib import Path

from support import Workplace, reputed

ROUNDS = int(os.environ.get("ROUNDS", "300"))
WINDOW = 400


class Web(http.server.ThreadingHTTPServer):
    """Three feeds that grow with every question, and a receiver that counts."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.published = {name: 3 for name in ("a", "b", "c")}
        self.is_growing = True
        self.received = {}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        pass  # a killed client breaks its connection: that is the test


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        name = self.path.strip("/").removesuffix(".xml")
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
        alert = json.loads(body)["data"]["alert"]["id"]
        with self.server.lock:
            received = self.server.received.setdefault(self.headers["webhook-id"], [])
            received.append(str(alert))
        self.send_response(204)
        self.end_headers()


class KillTest(unittest.TestCase):
    def setUp(self):
        self.place = Workplace()
        self.web = Web()
        self.addCleanup(self.place.remove)
        self.addCleanup(self.web.shutdown)
        port = self.web.server_address[1]
        sources = "".join(
            f"  - {{id: {n}, url: 'http://127.0.0.1:{port}/{n}.xml', kind: review, brand: shop}}\n"
            for n in self.web.published
        )
        self.config = self.place.write(
            "repute.yaml",
            f"""
business: {{name: Shop}}
storage: {{path: state/repute.db}}
polling:
  interval: 1s
  minimum_interval: 1s
  host_spacing: 0s
  per_host: 8
  allow_private_networks: ['127.0.0.1:{port}']
brands: [{{id: shop, name: Shop}}]
sources:
{sources}
rules: [{{id: complaints, when: {{label: negative}}, cooldown: 0s}}]
channels:
  - {{id: mail, type: sendmail, from: r@shop.example, to: [o@shop.example],
      command: [{self.place.sendmail()}, '{{sender}}', '{{recipients}}']}}
  - {{id: hook, type: webhook, url: 'http://127.0.0.1:{port}/hook'}}
log: {{level: warning}}
""",
        )

    def test_nothing_is_lost_or_stored_twice(self):
        first = subprocess.run([reputed(), "--config", self.config, "--once"], capture_output=True)
        self.assertEqual(first.returncode, 0, first.stderr.decode())
        baseline = dict(self.web.published)
        kills = 0
        for _ in range(ROUNDS):
            with open(self.place.path / "log", "ab") as log:
                daemon = subprocess.Popen(
                    [reputed(), "--config", self.config], stdout=log, stderr=log
                )
            time.sleep(random.uniform(0.01, 1.2))
            self.assertIsNone(daemon.poll(), (self.place.path / "log").read_text()[-2000:])
            daemon.send_signal(signal.SIGKILL)
            daemon.wait()
            kills += 1
        self.web.is_growing = False
        self.settle()
        self.check(baseline)
        published = sum(self.web.published.values()) - sum(baseline.values())
        received = sum(map(len, self.web.received.values()))
        mails = len(self.place.mails())
        print(
            f"\n{kills} kills, {published} entries, {received} webhook calls for"
            f" {len(self.web.received)} ids, {mails} mails"
        )

    def settle(self):
        """Runs the daemon undisturbed until nothing is left to do."""
        for _ in range(60):
            time.sleep(1.1)
            run = subprocess.run(
                [reputed(), "--config", self.config, "--once"], capture_output=True
            )
            self.assertEqual(run.returncode, 0, run.stdout.decode() + run.stderr.decode())
            with sqlite3.connect(self.place.path / "state/repute.db") as db:
                pending = db.execute("SELECT count(*) FROM delivery WHERE state <> 'delivered'")
                stored = db.execute("SELECT count(*) FROM mention").fetchone()[0]
                if pending.fetchone()[0] == 0 and stored >= sum(self.web.published.values()):
                    return
        self.fail("the outbox did not become empty")

    def check(self, baseline):
        db = sqlite3.connect(self.place.path / "state/repute.db")
        self.assertEqual(db.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        self.assertEqual(db.execute("PRAGMA foreign_key_check").fetchall(), [])
        stored = [row[0] for row in db.execute("SELECT entryId FROM mention ORDER BY id")]
        expected = {f"{s}-{n}" for s, last in self.web.published.items() for n in range(1, last + 1)}
        self.assertEqual(len(stored), len(set(stored)), "an entry was stored twice")
        self.assertEqual(set(stored), expected, "an entry was lost")
        news = {f"{s}-{n}" for s, last in self.web.published.items() for n in range(baseline[s] + 1, last + 1)}
        alerted = [
            row[0]
            for row in db.execute(
                "SELECT entryId FROM alertMention JOIN mention ON mention.id = mentionId"
            )
        ]
        self.assertEqual(len(alerted), len(set(alerted)), "an entry was alerted on twice")
        self.assertEqual(set(alerted), news, "an alert was lost")
        # What waited together is one letter, told under the id of the delivery that leads it.
        ids = lambda channel: {
            row[0]
            for row in db.execute(
                "SELECT messageId FROM delivery WHERE channelId = ? AND leadId IS NULL", [channel]
            )
        }
        self.assertEqual(set(self.web.received), ids("hook"), "webhook ids differ")
        for calls in self.web.received.values():
            self.assertEqual(len(set(calls)), 1, "one id stood for two alerts")
        sent = {}
        for mail in self.place.mails():
            name = mail["Message-ID"].strip("<>").split("@")[0]
            sent.setdefault(name, set()).add(mail.as_string())
        self.assertEqual(set(sent), ids("mail"), "mails differ")
        for copies in sent.values():
            self.assertEqual(len(copies), 1, "one id stood for two letters")
        chained = db.execute(
            "SELECT count(*) FROM delivery AS one JOIN delivery AS lead ON lead.id = one.leadId"
            " WHERE lead.leadId IS NOT NULL OR lead.channelId <> one.channelId"
        )
        self.assertEqual(chained.fetchone()[0], 0, "a letter is led by what has no letter")
        count = db.execute("SELECT sum(negative + neutral + positive + unscored) FROM dayCount WHERE brandId = ''")
        self.assertEqual(count.fetchone()[0], len(stored), "the figures by day do not add up")


if __name__ == "__main__":
    unittest.main(verbosity=2)
