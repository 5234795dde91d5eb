"""A web and a mail server for a box: `service_sink.py FOLDER` keeps what it is sent as files in FOLDER.

It listens on port 8080 (HTTP: GET /hang never answers, any other GET serves FOLDER/feed.xml; POST is kept) and on
2525 (SMTP, with AUTH PLAIN), and is run in the network of the box.
"""

import base64
import http.server
import itertools
import json
import socketserver
import sys
import threading
import time
from pathlib import Path

FOLDER = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(".")
numbers = itertools.count(1)


def keep(kind, content):
    path = FOLDER / f"{kind}-{next(numbers):05d}"
    path.with_suffix(".part").write_text(json.dumps(content))
    path.with_suffix(".part").rename(path)


class Web(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.path == "/hang":
            (FOLDER / "hanging").touch()
            time.sleep(3600)
        body = (FOLDER / "feed.xml").read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        keep("call", {"headers": dict(self.headers), "body": body.decode()})
        self.send_response(204)
        self.end_headers()


class Mail(socketserver.StreamRequestHandler):
    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        letter = {"recipients": [], "password": None}
        self.say("220 sink ESMTP")
        for line in self.rfile:
            verb, rest = line[:4].upper(), line.strip().decode()
            if verb == b"EHLO":
                self.say("250-sink\r\n250 AUTH PLAIN")
            elif verb == b"AUTH":
                letter["password"] = base64.b64decode(rest.split()[2]).split(b"\0")[2].decode()
                self.say("235 welcome")
            elif verb == b"RCPT":
                letter["recipients"].append(rest)
                self.say("250 ok")
            elif verb == b"DATA":
                self.say("354 go on")
                lines = itertools.takewhile(lambda part: part != b".\r\n", self.rfile)
                letter["text"] = b"".join(lines).decode()
                keep("letter", letter)
                self.say("250 taken")
            elif verb == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")


class Mailbox(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True


if __name__ == "__main__":
    threading.Thread(target=Mailbox(("127.0.0.1", 2525), Mail).serve_forever, daemon=True).start()
    web = http.server.ThreadingHTTPServer(("127.0.0.1", 8080), Web)
    (FOLDER / "ready").touch()
    web.serve_forever()
