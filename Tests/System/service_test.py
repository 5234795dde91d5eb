"""reputed under a real systemd, as the package installs it: notify, watchdog, reload, credentials, sandbox, mail."""

import json
import re
import sqlite3
import subprocess
import sys
import time
import unittest
from pathlib import Path

from service_box import Box, installed, needs_box

ITEM = (
    "<item><guid isPermaLink='false'>{n}</guid><title>Order {n} was wrong</title><rating>1</rating>"
    "<description>Rude staff, number {n}.</description></item>"
)
CONFIGURATION = """\
business: {{name: Corner Shop}}
polling:
  interval: 1s
  minimum_interval: 1s
  host_spacing: 0s
  allow_private_networks: ['127.0.0.1:8080']
brands: [{{id: shop, name: Shop}}]
sources:
  - {{id: reviews, url: 'http://127.0.0.1:8080/feed', kind: review, brand: shop}}
{sources}
rules: [{{id: complaints, when: {{label: negative}}, cooldown: 0s}}]
channels:
{channels}
health: {{enabled: false}}
"""
HOOK = "  - {id: hook, type: webhook, url: 'http://127.0.0.1:8080/hook'}"
SECRET = "whsec_S2VlcCB0aGlzIHdvcmQgc2VjcmV0IGFsd2F5cyE="
UNIT = "/usr/lib/systemd/system/reputed.service"
DROP_INS = "/etc/systemd/system/reputed.service.d"


class ServiceCase(unittest.TestCase):
    """A started machine with Repute installed, a web server in it, and a configuration that is not in force yet."""

    @classmethod
    def setUpClass(cls):
        cls.box = Box(installed())
        cls.addClassCleanup(cls.box.remove)
        cls.box.start()
        cls.sink = cls.box.folder / "sink"
        cls.sink.mkdir()
        cls.published = 0
        cls.publish(3)
        server = Path(__file__).with_name("service_sink.py")
        sink = subprocess.Popen(["nsenter", "-t", cls.box.leader, "-n", sys.executable, server, cls.sink])
        cls.addClassCleanup(sink.wait)
        cls.addClassCleanup(sink.kill)
        cls.box.wait((cls.sink / "ready").exists, 10, "the web server did not start")

    @classmethod
    def publish(cls, count):
        """Puts further complaints into the feed."""
        cls.published += count
        items = "".join(ITEM.format(n=n) for n in range(cls.published, 0, -1))
        new = cls.sink / "feed.new"
        new.write_text(f"<rss version='2.0'><channel>{items}</channel></rss>")
        new.rename(cls.sink / "feed.xml")

    def configure(self, channels=HOOK, sources="", text=None):
        text = text or CONFIGURATION.format(channels=channels, sources=sources)
        self.box.write("/etc/repute/repute.yaml", text)

    def drop_in(self, name, text):
        """Adds a drop-in for this test."""
        path = f"{DROP_INS}/{name}.conf"
        self.box.write(path, text)
        self.box.run("systemctl", "daemon-reload")

        def remove():
            self.box.path(path).unlink()
            self.box.run("systemctl", "daemon-reload")

        self.addCleanup(remove)

    def start(self):
        self.box.run("systemctl", "reset-failed", "reputed", check=False)
        self.box.run("systemctl", "restart", "reputed")
        self.addCleanup(self.box.run, "systemctl", "stop", "reputed", check=False)

    def status(self):
        return self.box.show("StatusText")

    def pid(self):
        return int(self.box.show("MainPID"))

    def log(self):
        return lambda: "see the journal:\n" + self.box.journal("-n", "40") + "\nthe wanted did not come"

    def kept(self, kind):
        """What the sink was sent."""
        paths = sorted(p for p in self.sink.glob(f"{kind}-*") if p.suffix == "")
        return [json.loads(path.read_text()) for path in paths]

    def tell(self, count=1):
        """Lets the daemon see the list as it is, then publishes complaints."""
        self.wait_until_stored()
        self.publish(count)

    def wait_until_stored(self):
        self.box.wait(lambda: self.stored() >= self.published, 30, self.log())

    def query(self, sql):
        """Asks the store through the daemon's own tables, from outside, without writing."""
        with sqlite3.connect(f"file:{self.box.path('/var/lib/repute/repute.db')}?mode=ro", uri=True, timeout=10) as db:
            return db.execute(sql).fetchall()

    def stored(self):
        return self.query("SELECT count(*) FROM mention WHERE sourceId = 'reviews'")[0][0]


@needs_box
class ServiceTest(ServiceCase):
    def test_starts_and_says_how_it_stands(self):
        self.configure()
        self.start()
        self.assertEqual(self.box.show("ActiveState"), "active")
        self.assertEqual(self.box.show("Type"), "notify")
        self.assertRegex(self.status(), r"^1 sources, 0 failing; \d+ mentions; \d+ alerts waiting, 0 given up$")
        self.assertEqual(self.box.out("ps", "-o", "user=", "-p", self.pid()), "repute")
        folder = self.box.out("stat", "-c", "%a %U", "/var/lib/repute", "/var/lib/repute/repute.db")
        self.assertEqual(folder, "700 repute\n600 repute")

    def test_nothing_is_said_against_the_units(self):
        units = [UNIT, "/usr/lib/systemd/system/repute-mail.socket", "/usr/lib/systemd/system/repute-mail@.service"]
        run = self.box.run("systemd-analyze", "verify", "--man=no", *units)
        self.assertEqual(run.stdout + run.stderr, "")

    def test_the_sandbox_holds(self):
        self.configure()
        self.start()
        exposure = self.box.run("systemd-analyze", "security", "reputed", check=False).stdout.splitlines()[-1]
        self.assertLessEqual(float(re.search(r"\d+\.\d+", exposure)[0]), 1.1, exposure)
        status = dict(
            line.split(":\t", 1)
            for line in self.box.out("cat", f"/proc/{self.pid()}/status").splitlines()
            if ":\t" in line
        )
        self.assertEqual(status["NoNewPrivs"], "1")
        self.assertEqual(status["Seccomp"], "2")
        for name in ("CapEff", "CapPrm", "CapBnd", "CapAmb"):
            self.assertEqual(int(status[name], 16), 0, name)
        inside = ["nsenter", "-t", str(self.pid()), "-m", "-S", "0"]
        for path in ("/etc/repute/x", "/usr/x", "/var/x", "/root/x"):
            self.assertNotEqual(self.box.run(*inside, "touch", path, check=False).returncode, 0, path)

    def test_journal_lines_have_their_priority(self):
        sources = "  - {id: gone, url: 'file:///srv/none.xml', kind: review, brand: shop}"
        text = CONFIGURATION.format(channels=HOOK, sources=sources).replace(
            "polling:", "polling:\n  allow_files: [/srv]"
        )
        self.configure(text=text)
        self.start()
        pid = self.pid()

        def priorities():
            lines = self.box.out("journalctl", "--no-pager", "-u", "reputed", f"_PID={pid}", "-o", "json").splitlines()
            entries = [json.loads(line) for line in lines]
            return [(e["MESSAGE"], e["PRIORITY"]) for e in entries if isinstance(e["MESSAGE"], str)]

        def first(text):
            return next((priority for message, priority in priorities() if message.startswith(text)), None)

        self.box.wait(lambda: first("the source can't be read"), 20, self.log())
        self.assertEqual(first("watching"), "5")
        self.assertEqual(first("the source can't be read"), "4")
        self.assertIsNone(first("<"), "a priority was not taken off")

    def test_a_good_file_is_reloaded_and_a_bad_one_refused(self):
        self.configure()
        self.start()
        pid = self.pid()
        self.configure(sources="  - {id: more, url: 'http://127.0.0.1:8080/more', kind: review, brand: shop}")
        self.box.run("systemctl", "reload", "reputed")
        self.box.wait(lambda: "was reloaded" in self.status(), 10, self.log())
        self.box.wait(lambda: "more" in self.box.journal("--since", "-20s"), 20, self.log())
        self.configure(sources="  - {id: bad, url: 'http://127.0.0.1:8080/', brand: shp}")
        self.box.run("systemctl", "reload", "reputed")
        self.box.wait(lambda: "has errors; the old settings stay" in self.status(), 10, self.log())
        said = self.box.journal("--since", "-20s", "-p", "err")
        self.assertRegex(said, r"repute\.yaml:\d+:\d+: error: there is no brand `shp`")
        self.assertEqual(self.pid(), pid)
        self.assertEqual(self.box.show("ActiveState"), "active")

    def test_a_bad_file_at_the_start_is_told_and_not_tried_again(self):
        self.box.run("systemctl", "stop", "reputed")
        self.configure(text="business: {nam: Shop}\n")
        run = self.box.run("systemctl", "start", "reputed", check=False)
        self.assertNotEqual(run.returncode, 0)
        time.sleep(2.5)
        self.assertEqual(self.box.show("ActiveState"), "failed")
        self.assertEqual(self.box.show("ExecMainStatus"), "78")
        self.assertEqual(self.box.show("NRestarts"), "0")
        self.assertIn("unknown key `nam`, did you mean `name`?", self.box.journal("-n", "20"))
        self.box.run("systemctl", "reset-failed", "reputed")

    def test_a_daemon_that_is_stuck_is_killed_and_started_anew(self):
        self.drop_in("watchdog", "[Service]\nWatchdogSec=3\nRestartSec=100ms\n")
        self.configure()
        self.start()
        stuck = self.pid()
        time.sleep(4)
        self.assertEqual(self.pid(), stuck, "a daemon that works was killed")
        self.box.run("kill", "-STOP", stuck)
        self.box.wait(lambda: self.pid() not in (stuck, 0), 25, self.log())
        self.box.wait(lambda: self.box.show("ActiveState") == "active", 20, self.log())
        self.assertIn("Watchdog timeout", self.box.journal("--since", "-40s"))
        self.assertEqual(self.box.show("NRestarts"), "1")

    def test_stops_within_its_limit_while_a_feed_hangs(self):
        self.configure(sources="  - {id: slow, url: 'http://127.0.0.1:8080/hang', kind: review, brand: shop}")
        self.start()
        self.box.wait((self.sink / "hanging").exists, 20, self.log())
        begin = time.monotonic()
        self.box.run("systemctl", "stop", "reputed")
        self.assertLess(time.monotonic() - begin, 10)
        self.assertEqual(self.box.show("Result"), "success")
        self.assertNotIn("SIGKILL", self.box.journal("--since", "-20s"))

    def test_nothing_is_lost_by_sigkill(self):
        self.drop_in("often", "[Unit]\nStartLimitIntervalSec=0\n[Service]\nRestartSec=100ms\n")
        self.configure()
        self.start()
        self.wait_until_stored()
        first, calls = self.published, len(self.kept("call"))
        for _ in range(8):
            pid = self.box.wait(self.pid, 10, self.log())
            self.publish(2)
            time.sleep(0.5)
            self.box.run("kill", "-KILL", pid)
            self.box.wait(lambda: self.pid() not in (pid, 0), 10, self.log())
        self.box.wait(lambda: self.box.show("ActiveState") == "active", 10, self.log())
        self.assertEqual(self.box.show("NRestarts"), "8")
        self.wait_until_stored()
        waiting = "SELECT count(*) FROM delivery WHERE state <> 'delivered'"
        decided = (
            "SELECT count(*) FROM alertMention JOIN mention ON mention.id = mentionId"
            f" WHERE sourceId = 'reviews' AND CAST(entryId AS INTEGER) > {first}"
        )
        news = self.published - first
        done = lambda: self.query(decided)[0][0] >= news and self.query(waiting)[0][0] == 0
        self.box.wait(done, 40, self.log())
        ids = [row[0] for row in self.query("SELECT entryId FROM mention WHERE sourceId = 'reviews'")]
        self.assertEqual(sorted(map(int, ids)), list(range(1, self.published + 1)))
        self.assertEqual(self.query(decided)[0][0], news, "an alert was lost or doubled")
        self.assertGreater(len(self.kept("call")), calls)
        self.assertEqual(self.query("PRAGMA integrity_check"), [("ok",)])

    def test_secrets_come_as_credentials_and_go_nowhere(self):
        self.drop_in("secret", "[Service]\nLoadCredential=hook-secret:/root/hook-secret\n")
        self.box.write("/root/hook-secret", SECRET + "\n", mode=0o600)
        self.configure(channels=HOOK.replace("}", ", secret_credential: hook-secret}"))
        self.start()
        self.tell()
        signed = lambda: [c for c in self.kept("call") if "webhook-signature" in {k.lower() for k in c["headers"]}]
        self.box.wait(signed, 20, self.log())
        pid, bare = self.pid(), SECRET.removeprefix("whsec_")
        for name in ("environ", "cmdline"):
            self.assertNotIn(bare, self.box.out("cat", f"/proc/{pid}/{name}"), name)
        self.assertNotIn(bare, self.box.journal())
        self.assertNotIn(bare, self.box.out("systemctl", "show", "reputed"))
        self.assertNotIn(bare.encode(), self.box.path("/var/lib/repute/repute.db").read_bytes())
        # Nobody but the service can read it.
        credential = "/run/credentials/reputed.service/hook-secret"
        run = self.box.run("setpriv", "--reuid=nobody", "cat", credential, check=False)
        self.assertNotEqual(run.returncode, 0)

    def test_every_file_in_the_folder_of_secrets_is_a_credential(self):
        self.box.write("/etc/repute/secrets/team", SECRET + "\n", mode=0o600)
        self.configure(channels=HOOK.replace("}", ", secret_credential: team}"))
        self.start()
        self.assertEqual(self.box.show("ActiveState"), "active")
        # The command line has no credentials of systemd's, and reads the folder.
        self.assertIn("repute.yaml: ok", self.box.out("repute", "check"))
        self.assertIn("reviews", self.box.out("repute", "source", "list"))


@needs_box
class MailTest(ServiceCase):
    """Letters from within the sandbox."""

    def use(self, drop_in):
        """Does what the drop-in's first lines and docs/service.md say."""
        self.box.run("mkdir", "-p", DROP_INS)
        self.box.run("ln", "-sf", f"/usr/share/repute/systemd/{drop_in}.conf", f"{DROP_INS}/mail.conf")
        self.box.run("systemctl", "daemon-reload")

        def remove():
            self.box.run("rm", "-f", f"{DROP_INS}/mail.conf")
            self.box.run("systemctl", "daemon-reload")

        self.addCleanup(remove)

    def channel(self, more=""):
        return "  - {id: mail, type: sendmail, from: repute@box.test, to: [ops@box.test]%s}" % more

    def letters(self):
        path = self.box.path("/var/mail/ops")
        return path.read_text(errors="replace").count("\nMessage-ID:") if path.exists() else 0

    def exposure(self):
        line = self.box.run("systemd-analyze", "security", "reputed", check=False).stdout.splitlines()[-1]
        return float(re.search(r"\d+\.\d+", line)[0])

    def postfix(self):
        if not self.box.run("id", "ops", check=False).returncode == 0:
            self.box.run("useradd", "-m", "ops")
            self.box.run("touch", "/var/mail/ops")
            self.box.run("chown", "ops:mail", "/var/mail/ops")
        self.box.run("systemctl", "restart", "postfix@-", check=False)

    def test_postfix_delivers_with_its_drop_in_and_the_strict_unit_says_that_it_is_missing(self):
        self.postfix()
        self.configure(channels=self.channel(", timeout: 3s"))
        self.start()
        self.box.wait(lambda: "/usr/sbin/postdrop is setgid" in self.box.journal("-n", "50"), 10, self.log())
        self.tell()
        self.box.wait(lambda: "not delivered yet" in self.box.journal("-n", "50"), 30, self.log())
        before = self.letters()
        self.use("postfix")
        self.start()
        self.box.wait(lambda: self.letters() > before, 60, self.log())
        self.assertLessEqual(self.exposure(), 1.1)
        self.assertNotIn("postdrop is setgid", self.box.journal("-n", "5"))

    def test_msmtp_delivers_with_its_password_as_a_credential(self):
        self.box.write("/etc/repute/secrets/msmtp-password", "open sesame\n", mode=0o600)
        self.box.write(
            "/etc/msmtprc",
            "account default\nhost 127.0.0.1\nport 2525\ntls off\nauth plain\nuser repute\nfrom repute@box.test\n"
            "passwordeval cat /run/credentials/reputed.service/msmtp-password\n",
        )
        self.use("msmtp")
        command = ', command: [/usr/bin/msmtp, --file=/etc/msmtprc, -f, "{sender}", --, "{recipients}"]'
        self.configure(channels=self.channel(command))
        self.start()
        self.tell()
        self.box.wait(lambda: self.kept("letter"), 30, self.log())
        letter = self.kept("letter")[0]
        self.assertEqual(letter["password"], "open sesame")
        self.assertIn("was wrong", letter["text"])
        self.assertEqual(self.exposure(), 1.1)

    def test_the_strict_unit_delivers_over_smtp(self):
        """Without a program and without a drop-in; the password is a file in the folder of secrets."""
        self.box.write("/etc/repute/secrets/smtp-password", "open sesame\n", mode=0o600)
        channel = "  - {id: mail, type: smtp, url: 'smtp://127.0.0.1:2525', tls: none, user: repute,"
        channel += " password_credential: smtp-password, from: repute@box.test, to: [ops@box.test]}"
        self.configure(channels=channel)
        self.start()
        self.tell()
        self.box.wait(lambda: self.kept("letter"), 30, self.log())
        letter = self.kept("letter")[0]
        self.assertEqual(letter["password"], "open sesame")
        self.assertIn("ops@box.test", letter["recipients"][0])
        self.assertIn("was wrong", letter["text"])
        self.assertEqual(self.exposure(), 1.1)
        self.assertNotIn("open sesame", self.box.journal())

    def test_what_needs_privileges_delivers_from_outside(self):
        self.postfix()
        self.use("outside")
        self.box.run("systemctl", "enable", "--now", "repute-mail.socket")
        self.configure(channels=self.channel(', command: [/usr/lib/repute/mail-through, "{sender}", "{recipients}"]'))
        self.start()
        before = self.letters()
        self.tell()
        self.box.wait(lambda: self.letters() > before, 30, self.log())
        self.assertEqual(self.exposure(), 1.1)
        # What sendmail says comes back: a queue that is out of order is not taken for a letter that was sent.
        self.box.run("chmod", "0", "/usr/sbin/postdrop")
        self.assertNotEqual(self.hand_over("repute", "a@box.test", "b@box.test").returncode, 0)
        self.box.run("chmod", "2555", "/usr/sbin/postdrop")
        self.assertEqual(self.hand_over("repute", "a@box.test", "ops@box.test").returncode, 0)
        # Nobody else comes through.
        self.assertEqual(self.hand_over("ops", "a@box.test", "b@box.test").returncode, 75)

    def hand_over(self, user, *addresses):
        """What the way out says to a letter of that user."""
        command = ["runuser", "-u", user, "--", "/usr/lib/repute/mail-through", *addresses]
        return self.box.run(*command, input="Subject: x\n\nx\n", check=False)


if __name__ == "__main__":
    unittest.main(verbosity=2)
