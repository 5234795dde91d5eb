"""Letters by SMTP: aiosmtpd as the mail server, with STARTTLS, TLS, logins, refusals and faults."""

import email
import email.policy
import logging
import os
import socket
import ssl
import subprocess
import threading
import time
import unittest
import warnings

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from support import Workplace, free_port, repute, reputed

PASSWORD = "open sesame"

# What it says of the faults that are made here on purpose would bury what fails.
logging.getLogger("mail.log").addHandler(logging.NullHandler())
logging.getLogger("mail.log").propagate = False
warnings.filterwarnings("ignore", "Requiring AUTH while not requiring TLS", UserWarning)


class Post:
    """What the server does about a letter; keeps those that it takes."""

    def __init__(self):
        self.taken = []
        self.replies = {}
        self.asked = []
        self.drops = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.asked.append(address)
        if address in self.replies:
            return self.replies[address]
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(self, server, session, envelope):
        if self.drops:
            self.drops -= 1
            server.transport.abort()
            return "451 never heard"
        if "DATA" in self.replies:
            return self.replies["DATA"]
        self.taken.append((session, envelope))
        return "250 2.0.0 queued"


class Encrypted(Controller):
    """A server that speaks TLS from the first byte."""

    def __init__(self, *arguments, context, **options):
        super().__init__(*arguments, ssl_context=context, **options)


def authenticate(server, session, envelope, mechanism, data):
    right = isinstance(data, LoginPassword) and data.password == PASSWORD.encode()
    return AuthResult(success=right and data.login == b"owner@example.org", handled=False)


class SMTPTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.keys = Workplace()
        cls.certificate, key = cls.keys.path / "server.pem", cls.keys.path / "server.key"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", cls.certificate],
            check=True, capture_output=True,
        )
        cls.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        cls.context.load_cert_chain(cls.certificate, key)

    @classmethod
    def tearDownClass(cls):
        cls.keys.remove()

    def setUp(self):
        self.place = Workplace()
        self.addCleanup(self.place.remove)
        self.post = Post()
        self.place.write("password", PASSWORD + "\n")
        os.chmod(self.place.path / "password", 0o600)

    def serve(self, **options):
        """A server with STARTTLS and a login, both required, unless told otherwise."""
        defaults = dict(
            tls_context=self.context, require_starttls=True, auth_required=True, authenticator=authenticate
        )
        if "context" in options:
            defaults = dict(auth_required=True, authenticator=authenticate, auth_require_tls=False)
        kind = Encrypted if "context" in options else Controller
        port = free_port()
        controller = kind(
            self.post, hostname="127.0.0.1", port=port, server_hostname="localhost", **{**defaults, **options}
        )
        controller.start()
        self.addCleanup(controller.stop)
        return port

    def config(self, port, keys="", to="owner@example.org", scheme="smtp", login=True):
        credentials = "user: owner@example.org, password_file: password, " if login else ""
        text = f"""
business: {{name: Café Süd, time_zone: UTC}}
storage: {{path: repute.db}}
brands: [{{id: shop, name: Café Süd}}]
channels:
  - {{id: mail, type: smtp, url: '{scheme}://localhost:{port}', {credentials}from: repute@example.org,
     to: [{to}]{keys}}}
"""
        path = self.place.write("repute.yaml", text)
        run = subprocess.run([reputed(), "--config", path, "--once"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        return path

    def trusting(self, more=""):
        return f", ca_file: '{self.certificate}'{more}"

    def try_mail(self, *arguments):
        run = subprocess.run(
            [repute(), "alerts", "test", "mail", "--config", *arguments], capture_output=True, text=True, timeout=90
        )
        output = run.stdout + run.stderr
        self.assertNotIn(PASSWORD, output)
        return run.returncode, output

    def test_a_letter_goes_by_starttls_with_a_login_and_comes_whole(self):
        port = self.serve()
        code, output = self.try_mail(self.config(port, self.trusting(", hello: till.example.org")))
        self.assertEqual(code, 0, output)
        session, envelope = self.post.taken[0]
        self.assertIsNotNone(session.ssl)
        self.assertTrue(session.authenticated)
        self.assertEqual(session.host_name, "till.example.org")
        self.assertEqual(envelope.mail_from, "repute@example.org")
        self.assertEqual(envelope.rcpt_tos, ["owner@example.org"])
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.assertEqual(message.defects, [])
        self.assertIn("Café Süd", message["Subject"])
        self.assertEqual(message["Auto-Submitted"], "auto-generated")
        self.assertTrue(message["Message-ID"].endswith("@example.org>"))
        self.assertEqual({part.get_content_type() for part in message.iter_parts()}, {"text/plain", "text/html"})

    def test_a_letter_goes_by_tls_from_the_first_byte(self):
        port = self.serve(context=self.context)
        code, output = self.try_mail(self.config(port, self.trusting(), scheme="smtps"))
        self.assertEqual(code, 0, output)
        self.assertTrue(self.post.taken[0][0].authenticated)

    def test_a_certificate_that_nobody_vouches_for_gets_nothing(self):
        for options, scheme in (({}, "smtp"), ({"context": self.context}, "smtps")):
            code, output = self.try_mail(self.config(self.serve(**options), scheme=scheme))
            self.assertEqual(code, 1, output)
            self.assertIn("tls: No trustworthy TLS connection", output)
        self.assertEqual(self.post.asked, [])

    def test_a_server_without_starttls_gets_neither_password_nor_letter(self):
        port = self.serve(tls_context=None, require_starttls=False, auth_require_tls=False)
        code, output = self.try_mail(self.config(port, self.trusting()))
        self.assertEqual(code, 1, output)
        self.assertIn("offers no STARTTLS", output)
        self.assertEqual(self.post.asked, [])

    def test_a_wrong_password_is_told_loudly_and_stands_nowhere(self):
        port = self.serve()
        self.place.write("password", "wr0ng words\n")
        code, output = self.try_mail(self.config(port, self.trusting()))
        self.assertEqual(code, 1, output)
        self.assertIn("unauthorized", output)
        self.assertIn("535", output)
        self.assertIn("channels.mail", output)
        self.assertNotIn("wr0ng", output)
        self.assertNotIn(b"wr0ng", (self.place.path / "repute.db").read_bytes())

    def test_who_is_refused_is_named_and_the_others_have_the_letter(self):
        self.post.replies["deputy@example.org"] = "550 5.1.1 no such user here"
        port = self.serve()
        config = self.config(port, self.trusting(), to="owner@example.org, deputy@example.org")
        code, output = self.try_mail(config)
        self.assertEqual(code, 1, output)
        self.assertIn("deputy@example.org (550 5.1.1 no such user here)", output)
        self.assertEqual([envelope.rcpt_tos for _, envelope in self.post.taken], [["owner@example.org"]])

    def test_a_temporary_refusal_is_tried_again_a_final_one_is_not(self):
        port = self.serve()
        config = self.config(port, self.trusting())
        for reply, word in (("452 4.2.2 full", "tries again"), ("554 5.7.1 spam", "refused")):
            self.post.replies["DATA"] = reply
            code, output = self.try_mail(config)
            self.assertEqual(code, 1, output)
            self.assertIn(reply, output)
            self.assertIn(word, output)
            self.assertEqual("tries again" in output, reply.startswith("4"))

    def test_a_connection_lost_within_the_letter_is_repeated_with_the_same_id(self):
        self.post.drops = 1
        port = self.serve()
        code, output = self.try_mail(self.config(port, self.trusting()))
        self.assertEqual(code, 1, output)
        self.assertIn("same Message-ID", output)
        sent = [line.split("id ")[1].split()[0] for line in output.splitlines() if ", id " in line][0]
        daemon = subprocess.Popen(
            [reputed(), "--config", str(self.place.path / "repute.yaml")],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        try:
            for _ in range(900):
                if self.post.taken:
                    break
                time.sleep(0.1)
        finally:
            daemon.terminate()
            output = daemon.communicate()[0].decode()
        self.assertEqual(len(self.post.taken), 1, output)
        message = email.message_from_bytes(self.post.taken[0][1].content, policy=email.policy.default)
        self.assertIn(sent, message["Message-ID"])
        self.assertNotIn(PASSWORD, output)

    def test_a_server_that_says_nothing_is_left_after_the_limit(self):
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)
        started = time.monotonic()
        code, output = self.try_mail(self.config(listener.getsockname()[1], ", timeout: 2s"))
        self.assertEqual(code, 1, output)
        self.assertIn("timeout", output)
        self.assertLess(time.monotonic() - started, 30)

    def test_a_server_that_never_says_good_bye_has_the_letter_all_the_same(self):
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)
        lines = []

        def talk():
            connection, _ = listener.accept()
            stream = connection.makefile("rwb")
            within = False
            stream.write(b"220 hi\r\n")
            stream.flush()
            for line in stream:
                lines.append(line)
                if within and line != b".\r\n" or line == b"QUIT\r\n":
                    continue
                within = line == b"DATA\r\n"
                stream.write(b"354 go\r\n" if within else b"250 fine\r\n")
                stream.flush()

        threading.Thread(target=talk, daemon=True).start()
        started = time.monotonic()
        code, output = self.try_mail(self.config(listener.getsockname()[1], ", tls: none", login=False))
        self.assertEqual(code, 0, output)
        self.assertIn(b"QUIT\r\n", lines)
        self.assertLess(time.monotonic() - started, 20)


if __name__ == "__main__":
    unittest.main()
