"""The daemon's metrics, as a monitoring system and a hostile client meet them, and the plugin's verdict."""

import http.client
import os
import shutil
import signal
import socket
import stat
import subprocess
import time
import unittest

from support import Workplace, free_port, program, reputed

FEED = (
    "<rss version='2.0'><channel><title>Inn</title><item><guid isPermaLink='false'>1</guid>"
    "<title>Cold soup</title><rating>1</rating><description>Rude staff at the Inn.</description></item>"
    "</channel></rss>"
)


class UnixConnection(http.client.HTTPConnection):
    """HTTP over a Unix socket."""

    def __init__(self, path):
        super().__init__("localhost", timeout=20)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(20)
        self.sock.connect(self.path)


class MetricsTest(unittest.TestCase):
    def setUp(self):
        self.place = Workplace()
        self.addCleanup(self.place.remove)
        self.feed = self.place.write("feed.xml", FEED)
        self.socket = str(self.place.path / "m.sock")
        self.configure(f"unix:{self.socket}")

    def configure(self, listen, more=""):
        metrics = f"metrics: {{listen: '{listen}'}}\n" if listen else ""
        self.config = self.place.write(
            "repute.yaml",
            f"""
storage: {{path: state/repute.db}}
polling: {{allow_files: [{self.place.path}]}}
brands: [{{id: inn, name: Inn}}]
sources: [{{id: map, url: 'file://{self.feed}', kind: review, brand: inn}}]
channels:
  - {{id: mail, type: sendmail, from: r@inn.example, to: [owner@inn.example],
      command: [{self.place.sendmail()}, '{{sender}}', '{{recipients}}']}}
{metrics}{more}""",
        )

    def start(self):
        log = open(self.place.path / "log", "ab")
        self.daemon = subprocess.Popen([reputed(), "--config", self.config], stderr=log)
        self.addCleanup(log.close)
        self.addCleanup(self.stop)

    def stop(self):
        if self.daemon.poll() is None:
            self.daemon.send_signal(signal.SIGTERM)
            self.daemon.wait(20)

    def log(self):
        return (self.place.path / "log").read_text()

    def get(self, path, place=None, method="GET", headers={}):
        place = place or self.socket
        client = (
            UnixConnection(place)
            if isinstance(place, str)
            else http.client.HTTPConnection("127.0.0.1", place, timeout=20)
        )
        try:
            client.request(method, path, headers=headers)
            response = client.getresponse()
            return response.status, response.read().decode(), response.headers
        finally:
            client.close()

    def until(self, what, limit=30):
        """Asks again and again until `what` gives something."""
        end = time.monotonic() + limit
        while True:
            try:
                if found := what():
                    return found
            except OSError:
                pass
            self.assertLess(time.monotonic(), end, self.log())
            time.sleep(0.1)

    def ready(self, place=None):
        self.until(lambda: self.get("/readyz", place)[0] == 200)

    def check(self, *options):
        run = subprocess.run(
            [program("repute"), "status", "--check", "--config", self.config, *options],
            capture_output=True,
            text=True,
        )
        return run.returncode, run.stdout, run.stderr

    def test_metrics_are_what_prometheus_wants(self):
        self.start()
        self.ready()
        self.until(lambda: 'repute_sources{state="ok"} 1' in self.get("/metrics")[1])
        status, text, headers = self.get("/metrics")
        self.assertEqual(status, 200)
        self.assertEqual(headers["Content-Type"], "text/plain; version=0.0.4; charset=utf-8")
        for line in (
            'repute_polls_total{outcome="read"} 1',
            'repute_loop_up{loop="poll"} 1',
            'repute_loop_up{loop="deliver",channel="mail"} 1',
            'repute_source_up{source="map"} 1',
            "repute_entries_read_total 1",
            "repute_mentions_new_total 1",
            "repute_store_up 1",
            "repute_poll_duration_seconds_count 1",
            "repute_metrics_by_source 1",
        ):
            self.assertIn("\n" + line + "\n", text)
        for secret in (str(self.place.path), "example", "@", "Cold soup", "Rude"):
            self.assertNotIn(secret, text)
        if not shutil.which("promtool"):
            self.skipTest("promtool is not installed")
        lint = subprocess.run(
            ["promtool", "check", "metrics"], input=text, capture_output=True, text=True
        )
        self.assertEqual((lint.returncode, lint.stdout + lint.stderr), (0, ""))

    def test_it_says_that_it_lives_and_works_and_takes_its_socket_away(self):
        self.start()
        self.ready()
        self.assertEqual(self.get("/healthz")[:2], (200, "ok\n"))
        self.assertEqual(self.get("/readyz")[:2], (200, "ready\n"))
        self.assertEqual(self.get("/secrets")[0], 404)
        self.assertEqual(self.get("/metrics", method="DELETE")[0], 405)
        self.assertEqual(self.get("/metrics", method="HEAD")[1], "")
        self.assertEqual(stat.S_IMODE(os.stat(self.socket).st_mode), 0o660)
        self.stop()
        self.assertEqual(self.daemon.returncode, 0)
        self.assertFalse(os.path.exists(self.socket))

    def test_a_socket_of_a_killed_daemon_is_no_obstacle(self):
        self.start()
        self.ready()
        self.daemon.kill()
        self.daemon.wait()
        self.assertTrue(os.path.exists(self.socket))
        self.start()
        self.ready()

    def test_a_loopback_address_takes_no_foreign_name(self):
        port = free_port()
        self.configure(f"127.0.0.1:{port}")
        self.start()
        self.ready(port)
        self.assertEqual(self.get("/metrics", port, headers={"Host": "evil.example"})[0], 421)
        self.assertEqual(self.get("/metrics", port, headers={"Host": "localhost"})[0], 200)

    def test_it_is_off_by_default_and_other_addresses_are_refused(self):
        self.configure(None)
        self.start()
        self.until(lambda: "watching" in self.log())
        with open(f"/proc/{self.daemon.pid}/net/unix") as sockets:
            self.assertNotIn(self.socket, sockets.read())
        self.stop()
        self.configure("0.0.0.0:9464")
        run = subprocess.run(
            [reputed(), "--config", self.config], capture_output=True, text=True
        )
        self.assertEqual(run.returncode, 78)
        self.assertRegex(run.stderr, r"repute\.yaml:\d+:\d+: error: `listen` takes only addresses of this machine")

    def test_a_reload_moves_it(self):
        self.configure(None)
        self.start()
        self.until(lambda: "watching" in self.log())
        time.sleep(1)
        self.configure(f"unix:{self.socket}")
        self.daemon.send_signal(signal.SIGHUP)
        self.ready()
        self.configure(f"unix:{self.socket}", "rulez: []\n")
        self.daemon.send_signal(signal.SIGHUP)
        self.until(
            lambda: "repute_config_last_reload_successful 0" in self.get("/metrics")[1]
        )
        other = str(self.place.path / "other.sock")
        self.configure(f"unix:{other}")
        self.daemon.send_signal(signal.SIGHUP)
        self.ready(other)
        self.assertFalse(os.path.exists(self.socket))

    def test_hostile_clients_hurt_nobody(self):
        self.start()
        self.ready()
        folder = f"/proc/{self.daemon.pid}/fd"
        before = len(os.listdir(folder))
        silent = []
        for number in range(300):
            client = socket.socket(socket.AF_UNIX)
            client.setblocking(False)
            try:
                client.connect(self.socket)
                if number % 2:
                    client.send(b"GET /metrics HTTP/1.1\r\nX: ")
            except (BlockingIOError, BrokenPipeError, ConnectionResetError):
                pass  # the kernel keeps no more of them, or the daemon has shut this one already
            silent.append(client)
        self.assertLessEqual(len(os.listdir(folder)), before + 20)
        for client in silent:
            client.close()
        large = socket.socket(socket.AF_UNIX)
        large.setblocking(False)
        # Until the daemon has seen that all of them left, the kernel may have no room for one more.
        self.until(lambda: large.connect(self.socket) is None)
        large.settimeout(20)
        try:
            for _ in range(200):
                large.sendall(b"x" * 65536)
            self.fail("13 MB were taken")
        except OSError:
            pass
        large.close()
        self.assertIsNone(self.daemon.poll(), self.log())
        self.until(lambda: self.get("/healthz")[0] == 200)
        self.until(lambda: len(os.listdir(folder)) <= before + 2)

    def test_the_plugin_tells_how_it_is(self):
        self.start()
        self.ready()
        code, text, errors = self.check()
        self.assertEqual((code, errors), (0, ""), text)
        self.assertRegex(text, r"\AREPUTE OK - 1 source, 1 mentions, outbox empty \| sources=1;;;0 .*\n\Z")
        # The complaint must first be older than what is allowed.
        self.until(lambda: self.check("--warning-complaint", "1s")[0] == 1)
        code, text, _ = self.check("--critical-complaint", "1s")
        self.assertEqual(code, 2, text)
        self.stop()
        code, text, _ = self.check()
        self.assertEqual(code, 2)
        self.assertIn("REPUTE CRITICAL - reputed does not run", text)
        (self.place.path / "state/repute.db").write_bytes(b"no database at all, but long enough" * 99)
        code, text, _ = self.check()
        self.assertEqual(code, 2)
        self.assertIn("the store can't be read", text)
        self.configure(None, "rulez: []\n")
        code, text, _ = self.check()
        self.assertEqual(code, 3)
        self.assertTrue(text.startswith("REPUTE UNKNOWN - "), text)


if __name__ == "__main__":
    unittest.main(verbosity=2)
