"""An alert through a real postfix into a real mailbox, read back by another program."""

import email.policy
import mailbox
import os
import shutil
import subprocess
import time
import unittest
from pathlib import Path

from support import Workplace, reputed

USER = "repute-test-owner"


@unittest.skipUnless(os.geteuid() == 0, "postfix is started by root only")
@unittest.skipUnless(shutil.which("postfix"), "postfix is not installed")
class MailTest(unittest.TestCase):
    def setUp(self):
        self.place = Workplace()
        self.addCleanup(self.place.remove)
        subprocess.run(["useradd", "-m", USER], capture_output=True)
        self.addCleanup(subprocess.run, ["userdel", "-rf", USER], capture_output=True)
        subprocess.run(["postfix", "start"], check=True, capture_output=True)
        self.addCleanup(subprocess.run, ["postfix", "stop"], capture_output=True)
        self.box = Path("/var/mail") / USER

    def test_the_letter_arrives_whole(self):
        feed = self.place.path / "feed.xml"
        item = "<item><guid isPermaLink='false'>%s</guid><title>%s</title><rating>%d</rating><description>%s</description></item>"
        feed.write_text("<rss version='2.0'><channel>" + item % ("1", "Fine", 5, "Good.") + "</channel></rss>")
        config = self.place.write(
            "repute.yaml",
            f"""
business: {{name: Café Süd}}
storage: {{path: repute.db}}
polling: {{interval: 1s, minimum_interval: 1s, allow_files: [{self.place.path}]}}
brands: [{{id: shop, name: Café Süd}}]
sources: [{{id: s, url: 'file://{feed}', kind: review, brand: shop}}]
channels: [{{id: mail, type: sendmail, from: {USER}@localhost, to: [{USER}@localhost]}}]
""",
        )
        self.once(config)
        title = "Rude &#13;&#10;Bcc: nobody@localhost"
        text = "Never again.\n.\nFrom here on: cold – grüße 🙁"
        feed.write_text(
            "<rss version='2.0'><channel>" + item % ("2", title, 1, text) + "</channel></rss>")
        time.sleep(1.2)
        self.once(config)
        messages = self.delivered()
        self.assertEqual(len(messages), 1)
        message = messages[0]
        self.assertEqual(message.defects, [])
        self.assertIn("Café Süd", message["Subject"])
        self.assertIsNone(message["Bcc"])
        self.assertEqual(message["Auto-Submitted"], "auto-generated")
        self.assertTrue(message["Message-ID"].startswith("<alert-1-"))
        plain = message.get_body(("plain",)).get_content()
        for words in ("Never again.", "From here on: cold – grüße 🙁", "repute explain 2"):
            self.assertIn(words, plain)
        self.assertIn("text/html", [part.get_content_type() for part in message.walk()])

    def once(self, config):
        run = subprocess.run([reputed(), "--config", config, "--once"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)

    def delivered(self):
        for _ in range(100):
            if self.box.exists() and self.box.stat().st_size:
                time.sleep(0.3)
                factory = lambda f: email.message_from_binary_file(f, policy=email.policy.default)
                return list(mailbox.mbox(self.box, factory=factory))
            time.sleep(0.1)
        return []


if __name__ == "__main__":
    unittest.main(verbosity=2)
