"""Webhook messages of the real daemon, checked by the specification's own library and by the schema in docs/."""

import json
import os
import stat
import subprocess
import sys
import threading
import time
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer

from support import ROOT, Workplace, reputed

sys.path.insert(0, str(ROOT / ".build/python"))
try:
    import standardwebhooks
except ImportError:
    standardwebhooks = None
try:
    import jsonschema
except ImportError:
    jsonschema = None

OLD = "whsec_" + "T2xkT2xkT2xk" * 4
NEW = "whsec_" + "TmV3TmV3TmV3" * 4
ITEM = (
    "<item><guid isPermaLink='false'>%s</guid><title>%s</title><rating>%d</rating>"
    "<description>%s</description></item>"
)


class Receiver(HTTPServer):
    """Keeps what is posted; answers with the codes in `answers`, then with 204."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests, self.answers = [], []
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append((self.path, dict(self.headers), body))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 204)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PUT = do_POST

    def log_message(self, *arguments):
        pass


class WebhookTest(unittest.TestCase):
    def setUp(self):
        self.place = Workplace()
        self.addCleanup(self.place.remove)
        self.receiver = Receiver()
        self.addCleanup(self.receiver.shutdown)
        self.place.write("new", NEW)
        self.place.write("old", OLD)
        self.place.write("token", "t0ken")
        script = self.place.path / "tell"
        script.write_text(f"#!/bin/sh\ncat > {self.place.path}/told.json\n")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        address = f"http://127.0.0.1:{self.receiver.server_port}"
        self.feed = self.place.path / "feed.xml"
        self.config = self.place.write(
            "repute.yaml",
            f"""
business: {{name: Café Süd}}
storage: {{path: repute.db}}
polling: {{interval: 1s, minimum_interval: 1s, allow_files: [{self.place.path}], allow_private_networks: ['127.0.0.1']}}
brands: [{{id: shop, name: Café Süd}}]
sources: [{{id: s, url: 'file://{self.feed}', kind: review, brand: shop}}]
channels:
  - {{id: tool, type: webhook, url: '{address}/hook', secret_file: [new, old]}}
  - {{id: room, type: matrix, url: '{address}', token_file: token, room: '!a:example.org'}}
  - {{id: mine, type: exec, command: [{script}]}}
""",
        )

    def once(self):
        run = subprocess.run(
            [reputed(), "--config", self.config, "--once"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)

    def complain(self):
        start = "<rss version='2.0'><channel>"
        self.feed.write_text(start + ITEM % ("1", "Fine", 5, "Good.") + "</channel></rss>")
        self.once()
        self.feed.write_text(
            start + ITEM % ("2", "@here &lt;!channel&gt; rude", 1, "Never again, 🙁") + "</channel></rss>")
        time.sleep(1.2)
        self.once()

    def test_a_message_is_genuine_and_keeps_the_schema(self):
        self.complain()
        hooks = [request for request in self.receiver.requests if request[0] == "/hook"]
        self.assertEqual(len(hooks), 1)
        _, headers, body = hooks[0]
        headers = {name.lower(): value for name, value in headers.items()}
        self.assertEqual(len(headers["webhook-signature"].split()), 2)
        payload = json.loads(body)
        self.assertEqual(payload["type"], "mention.alert")
        self.assertIn("rude", payload["data"]["mentions"][0]["title"])
        told = (self.place.path / "told.json").read_bytes()
        self.assertEqual(json.loads(told)["data"]["mentions"], payload["data"]["mentions"])
        if standardwebhooks:
            for secret in (NEW, OLD):
                standardwebhooks.Webhook(secret).verify(body, headers)
            with self.assertRaises(standardwebhooks.WebhookVerificationError):
                standardwebhooks.Webhook(NEW).verify(body.replace(b"rude", b"kind"), headers)
        if jsonschema:
            schema = json.loads((ROOT / "docs/webhook.schema.json").read_text())
            jsonschema.Draft202012Validator.check_schema(schema)
            jsonschema.Draft202012Validator(schema).validate(payload)

    def test_a_room_gets_a_notice_that_calls_nobody(self):
        self.complain()
        rooms = [request for request in self.receiver.requests if request[0].startswith("/_matrix/")]
        self.assertEqual(len(rooms), 1)
        path, headers, body = rooms[0]
        self.assertTrue(path.startswith("/_matrix/client/v3/rooms/%21a%3Aexample.org/send/m.room.message/"))
        self.assertEqual(headers["Authorization"], "Bearer t0ken")
        message = json.loads(body)
        self.assertEqual(message["m.mentions"], {})
        self.assertNotIn("<!channel>", message["formatted_body"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
