"""Letters through real mail programs: postfix into a mailbox, msmtp to an SMTP server, notmuch for the threads.

What is read back is read by other programs, and compared byte for byte with what was handed over.
"""

import datetime
import email
import email.policy
import mailbox
import os
import shutil
import socketserver
import subprocess
import threading
import time
import unittest

from support import ROOT, Workplace, reputed
from pathlib import Path

USERS = ["repute-test-owner", "repute-test-deputy"]
LETTERS = ROOT / "Tests/Fixtures/Notifying"
# Whole messages as reputed renders them: long, gathered, hostile.
WHOLE = ["kinds/digest.eml", "kinds/gathered.eml", "hostile.eml", "complaint.eml"]

ITEM = (
    "<item><guid isPermaLink='false'>%s</guid><title>%s</title><rating>%d</rating>"
    "<description>%s</description></item>"
)


def feed(*items):
    return "<rss version='2.0'><channel>" + "".join(ITEM % item for item in items) + "</channel></rss>"


def parsed(data):
    return email.message_from_bytes(data, policy=email.policy.default)


def split(data):
    """Header lines and body of a message, with LF."""
    head, _, body = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    return head.split(b"\n"), body


class Base(unittest.TestCase):
    def setUp(self):
        self.place = Workplace()
        self.addCleanup(self.place.remove)

    def config(self, channel, more=""):
        self.feed = self.place.path / "feed.xml"
        self.feed.write_text(feed(("1", "Fine", 5, "Good.")))
        return self.place.write(
            "repute.yaml",
            f"""
business: {{name: Café Süd, time_zone: UTC}}
storage: {{path: repute.db}}
polling: {{interval: 1s, minimum_interval: 1s, allow_files: [{self.place.path}]}}
brands: [{{id: shop, name: Café Süd}}]
sources: [{{id: s, title: Stadtplan, url: 'file://{self.feed}', kind: review, brand: shop}}]
channels: [{channel}]
{more}
""",
        )

    def once(self, config):
        run = subprocess.run([reputed(), "--config", config, "--once"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)

    def tell(self, config, *items):
        """Lets the daemon see its baseline and then `items`."""
        self.once(config)
        self.feed.write_text(feed(*items))
        time.sleep(1.2)
        self.once(config)

    def assertArrived(self, sent, received):
        """Every header of ours in its order, and the body byte for byte."""
        ours, body = split(sent)
        theirs, arrived = split(received)
        self.assertEqual(arrived.rstrip(b"\n"), body.rstrip(b"\n"))
        rest = iter(theirs)
        for line in ours:
            self.assertIn(line, rest, "a header is missing, changed or in another place")
        self.assertEqual(parsed(received).defects, [])


@unittest.skipUnless(os.geteuid() == 0, "postfix is started by root only")
@unittest.skipUnless(shutil.which("postfix"), "postfix is not installed")
class PostfixTest(Base):
    def setUp(self):
        super().setUp()
        for user in USERS:
            subprocess.run(["useradd", "-m", user], capture_output=True)
            self.addCleanup(subprocess.run, ["userdel", "-rf", user], capture_output=True)
        subprocess.run(["postfix", "start"], check=True, capture_output=True)
        self.addCleanup(subprocess.run, ["postfix", "stop"], capture_output=True)
        self.channel = "{id: mail, type: sendmail, from: %s@localhost, to: [%s]}" % (
            USERS[0],
            ", ".join(f"{user}@localhost" for user in USERS),
        )

    def delivered(self, user, count=1):
        box = Path("/var/mail") / user
        for _ in range(150):
            if box.exists():
                messages = [bytes(m) for m in mailbox.mbox(box, factory=lambda f: f.read())]
                if len(messages) >= count:
                    return messages
            time.sleep(0.1)
        return []

    def test_a_letter_arrives_whole_with_each_recipient(self):
        config = self.config(self.channel)
        title = "Rude &#13;&#10;Bcc: nobody@localhost"
        text = "Never again.\n.\nFrom here on: cold – grüße 🙁"
        self.tell(config, ("2", title, 1, text))
        for user in USERS:
            messages = self.delivered(user)
            self.assertEqual(len(messages), 1)
            message = parsed(messages[0])
            self.assertEqual(message.defects, [])
            self.assertIn("Café Süd", message["Subject"])
            self.assertIsNone(message["Bcc"])
            self.assertEqual(message["Auto-Submitted"], "auto-generated")
            self.assertTrue(message["Message-ID"].startswith("<alert-1-"))
            self.assertEqual(message["In-Reply-To"], message["References"])
            self.assertTrue(message["References"].startswith("<incident-2-"))
            plain = message.get_body(("plain",)).get_content()
            for words in ("Never again.", "From here on: cold – grüße 🙁", "repute explain 2"):
                self.assertIn(words, plain)
            self.assertIn("text/html", [part.get_content_type() for part in message.walk()])

    def test_a_flood_is_one_letter(self):
        # Seven at once may also have pushed others out of the list, which would be told beside them.
        rule = (
            "rules: [{id: complaints, when: {label: negative}, cooldown: 0s}]\n"
            "health: {enabled: false}"
        )
        config = self.config(self.channel, rule)
        self.tell(config, *((str(n), f"Order {n} was wrong", 1, "Rude staff.") for n in range(2, 9)))
        messages = self.delivered(USERS[0])
        self.assertEqual(len(messages), 1)
        message = parsed(messages[0])
        self.assertRegex(message["Subject"], "7 new complaints")
        plain = message.get_body(("plain",)).get_content()
        for number in range(2, 9):
            self.assertIn(f"Order {number} was wrong", plain)
        self.assertIsNone(message["References"])

    def test_a_digest_comes_at_its_minute(self):
        moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=75)
        digest = f"digests: [{{id: morning, title: Tagesblick, at: '{moment:%H:%M}', empty: true}}]"
        config = self.config(self.channel, digest)
        daemon = subprocess.Popen(
            [reputed(), "--config", config], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        try:
            for _ in range(10):
                messages = self.delivered(USERS[1])
                if messages:
                    break
        finally:
            daemon.terminate()
            output = daemon.communicate()[0].decode()
        self.assertEqual(len(messages), 1, output)
        message = parsed(messages[0])
        self.assertEqual(message.defects, [])
        self.assertIn("Tagesblick", message["Subject"])
        self.assertIsNone(message["References"])
        self.assertIn("repute.localhost", message["List-Id"])

    def test_every_letter_arrives_byte_for_byte(self):
        recipients = [f"{user}@localhost" for user in USERS]
        for number, name in enumerate(WHOLE, start=1):
            sent = (LETTERS / name).read_bytes()
            command = ["/usr/sbin/sendmail", "-i", "-f", recipients[0], "--"] + recipients
            subprocess.run(command, input=sent, check=True)
            for user in USERS:
                messages = self.delivered(user, number)
                ids = [parsed(m)["Message-ID"] for m in messages]
                self.assertEqual(len(messages), number)
                place = max(i for i, value in enumerate(ids) if value == parsed(sent)["Message-ID"])
                self.assertArrived(sent, messages[place])


class Sink(socketserver.ThreadingTCPServer):
    """A mail server that takes everything (RFC 5321)."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), SinkHandler)
        self.letters = []
        threading.Thread(target=self.serve_forever, daemon=True).start()


class SinkHandler(socketserver.StreamRequestHandler):
    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        self.say("220 sink ESMTP")
        sender, recipients = None, []
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"EHLO":
                self.say("250 sink")
            elif verb == b"MAIL":
                sender, recipients = line.strip().decode(), []
                self.say("250 ok")
            elif verb == b"RCPT":
                recipients.append(line.strip().decode())
                self.say("250 ok")
            elif verb == b"DATA":
                self.say("354 go on")
                data = []
                for part in self.rfile:
                    if part == b".\r\n":
                        break
                    data.append(part[1:] if part.startswith(b".") else part)
                self.server.letters.append((sender, recipients, b"".join(data)))
                self.say("250 taken")
            elif verb == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")


@unittest.skipUnless(shutil.which("msmtp"), "msmtp is not installed")
class MsmtpTest(Base):
    def setUp(self):
        super().setUp()
        self.sink = Sink()
        self.addCleanup(self.sink.shutdown)
        path = Path(
            self.place.write(
                "msmtprc",
                f"account default\nhost 127.0.0.1\nport {self.sink.server_address[1]}\n"
                "tls off\nauth off\nfrom repute@shop.example\n",
            )
        )
        path.chmod(0o600)
        self.command = ["/usr/bin/msmtp", f"--file={path}", "-f", "{sender}", "--", "{recipients}"]

    def test_a_letter_reaches_the_server_for_all_recipients(self):
        channel = (
            "{id: mail, type: sendmail, from: repute@shop.example, "
            "to: [owner@shop.example, deputy@shop.example], command: %s}" % self.command
        )
        self.tell(self.config(channel), ("2", "Rude", 1, ".\nFrom the start: grüße"))
        self.assertEqual(len(self.sink.letters), 1)
        sender, recipients, data = self.sink.letters[0]
        self.assertIn("<repute@shop.example>", sender)
        self.assertEqual(len(recipients), 2)
        self.assertIn("From the start: grüße", parsed(data).get_body(("plain",)).get_content())

    def test_every_letter_arrives_byte_for_byte(self):
        recipients = ["owner@shop.example", "deputy@shop.example"]
        command = self.command[:-3] + ["repute@shop.example", "--"] + recipients
        for name in WHOLE:
            sent = (LETTERS / name).read_bytes()
            subprocess.run(command, input=sent, check=True)
            self.assertArrived(sent, self.sink.letters[-1][2])
        self.assertEqual(len(self.sink.letters), len(WHOLE))


@unittest.skipUnless(shutil.which("notmuch"), "notmuch is not installed")
class ThreadTest(Base):
    def test_mails_on_one_incident_are_one_thread(self):
        box = mailbox.Maildir(self.place.path / "box")
        names = sorted(path.name for path in (LETTERS / "thread").glob("*.eml"))
        for name in [f"thread/{name}" for name in names] + ["kinds/digest.eml", "kinds/gathered.eml"]:
            box.add((LETTERS / name).read_bytes())
        config = self.place.write("notmuch", f"[database]\npath={self.place.path}/box\n[new]\ntags=new\n")

        def notmuch(*words):
            command = ["notmuch", f"--config={config}", *words]
            return subprocess.run(command, check=True, capture_output=True, text=True).stdout

        notmuch("new")
        self.assertEqual(len(names), 4)
        self.assertEqual(notmuch("count", "*").strip(), "6")
        threads = notmuch("search", "--output=threads", "*").split()
        sizes = sorted(int(notmuch("count", thread)) for thread in threads)
        self.assertEqual(sizes, [1, 1, 4], "one incident, a digest and a summary")


if __name__ == "__main__":
    unittest.main(verbosity=2)
