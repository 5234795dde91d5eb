"""reputed against a real nginx: TLS verified, HTTP/2, gzip, validators, and what a web server does wrong."""

import json
import os
import sqlite3
import subprocess
import time
import unittest

from support import Workplace, free_port, repute, reputed

FEED = """<rss version='2.0'><channel><title>Real web</title>
<item><guid isPermaLink='false'>1</guid><title>Fine</title><rating>5</rating></item></channel></rss>"""

OPENSSL = """
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj '/CN=test CA' \
  -keyout ca.key -out ca.crt -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -keyout ok.key -out ok.csr
printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\\nbasicConstraints=CA:FALSE\\n' > ok.ext
openssl x509 -req -in ok.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile ok.ext -out ok.crt
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=other.test -keyout bad.key -out bad.csr
printf 'subjectAltName=DNS:other.test\\n' > bad.ext
openssl x509 -req -in bad.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile bad.ext -out bad.crt
head -c 200000000 /dev/zero | gzip -9 > html/bomb.gz
"""


class WebTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = Workplace()
        cls.plain, cls.tls, cls.wrong = free_port(), free_port(), free_port()
        (cls.place.path / "html").mkdir()
        (cls.place.path / "logs").mkdir()
        (cls.place.path / "tmp").mkdir()
        (cls.place.path / "html/feed.xml").write_text(FEED)
        subprocess.run(["sh", "-ec", OPENSSL], cwd=cls.place.path, check=True, capture_output=True)
        cls.place.write(
            "nginx.conf",
            f"""
load_module /usr/lib/nginx/modules/ngx_http_brotli_filter_module.so;
user root; pid tmp/nginx.pid; error_log logs/error.log info; events {{ }} daemon off;
http {{
  log_format seen '$server_protocol $status $request_uri $sent_http_content_encoding';
  access_log logs/access.log seen; types {{ application/rss+xml xml; }}
  client_body_temp_path tmp/b; proxy_temp_path tmp/p; fastcgi_temp_path tmp/f; uwsgi_temp_path tmp/u; scgi_temp_path tmp/s;
  gzip on; gzip_types application/rss+xml; gzip_min_length 0; root html;
  server {{ listen 127.0.0.1:{cls.plain}; listen 127.0.0.1:{cls.tls} ssl http2; server_name localhost;
    ssl_certificate ok.crt; ssl_certificate_key ok.key;
    location /br/ {{ brotli on; brotli_types application/rss+xml; brotli_min_length 0; alias html/; }}
    location = /moved {{ return 301 /feed.xml; }}
    location = /loop {{ return 302 /loop; }}
    location = /metadata {{ return 302 http://169.254.169.254/latest/; }}
    location = /gone {{ return 410; }}
    location = /busy {{ add_header Retry-After 120 always; return 503; }}
    location = /bomb {{ gzip off; add_header Content-Encoding gzip; alias html/bomb.gz; }}
  }}
  server {{ listen 127.0.0.1:{cls.wrong} ssl; ssl_certificate bad.crt; ssl_certificate_key bad.key; }}
}}""",
        )
        cls.nginx = subprocess.Popen(["/usr/sbin/nginx", "-p", f"{cls.place.path}/", "-c", "nginx.conf"])
        for _ in range(100):
            if (cls.place.path / "tmp/nginx.pid").exists():
                break
            time.sleep(0.05)

    @classmethod
    def tearDownClass(cls):
        cls.nginx.terminate()
        cls.nginx.wait()
        cls.place.remove()

    def poll(self, name, url):
        """Polls one source once; returns its row and what was printed."""
        config = self.place.write(
            f"{name}/repute.yaml",
            f"""
storage: {{path: repute.db}}
polling: {{ca_file: {self.place.path}/ca.crt, host_spacing: 0s,
  interval: 1s, minimum_interval: 1s, allow_private_networks: ['127.0.0.1', '::1']}}
brands: [{{id: shop, name: Shop}}]
sources: [{{id: s, url: '{url}', kind: review, brand: shop}}]
log: {{level: debug}}
""",
        )
        run = subprocess.run([reputed(), "--config", config, "--once"], capture_output=True, text=True)
        db = sqlite3.connect(self.place.path / name / "repute.db")
        db.row_factory = sqlite3.Row
        return dict(db.execute("SELECT * FROM source").fetchone()), run

    def seen(self):
        return (self.place.path / "logs/access.log").read_text()

    def test_tls_is_verified_and_http2_is_used(self):
        row, run = self.poll("tls", f"https://localhost:{self.tls}/feed.xml")
        self.assertEqual((run.returncode, row["failures"]), (0, 0), run.stdout + run.stderr)
        self.assertEqual(row["mentionCount"], 1)
        self.assertIn("HTTP/2.0 200 /feed.xml", self.seen())

    def test_answers_come_compressed(self):
        for path, coding in {"/feed.xml?packed": "gzip", "/br/feed.xml": "br"}.items():
            with self.subTest(coding):
                row, run = self.poll(coding, f"https://localhost:{self.tls}{path}")
                self.assertEqual((run.returncode, row["mentionCount"]), (0, 1), run.stdout + run.stderr)
                self.assertIn(f"HTTP/2.0 200 {path} {coding}", self.seen())

    def test_a_second_poll_costs_a_304(self):
        for name, start, protocol in (
            ("again", f"http://127.0.0.1:{self.plain}", "HTTP/1.1"),
            ("again2", f"https://localhost:{self.tls}/br", "HTTP/2.0"),
        ):
            with self.subTest(protocol):
                url = f"{start}/feed.xml?{name}"
                self.poll(name, url)
                time.sleep(1.2)
                row, _ = self.poll(name, url)
                self.assertRegex(self.seen(), f"{protocol} 304 \\S*/feed.xml\\?{name}")
                self.assertEqual((row["failures"], row["mentionCount"]), (0, 1))

    def test_a_certificate_for_another_name_is_refused(self):
        row, run = self.poll("name", f"https://localhost:{self.wrong}/feed.xml")
        self.assertEqual((run.returncode, row["failureReason"]), (1, "tls"), run.stdout)

    def test_failures_are_named(self):
        for path, reason in {
            "loop": "too-many-redirects", "gone": "gone", "busy": "server-error",
            "bomb": "too-large", "metadata": "blocked-address", "missing": "not-found",
        }.items():
            with self.subTest(path):
                row, run = self.poll(path, f"http://127.0.0.1:{self.plain}/{path}")
                self.assertEqual((run.returncode, row["failureReason"]), (1, reason), run.stdout)

    def test_a_permanent_redirect_is_remembered(self):
        row, run = self.poll("moved", f"http://127.0.0.1:{self.plain}/moved")
        self.assertEqual(row["movedTo"], f"http://127.0.0.1:{self.plain}/feed.xml", run.stderr)

    def test_try_reads_an_address(self):
        config = self.place.write(
            "try/repute.yaml",
            "polling: {allow_private_networks: ['127.0.0.1']}\nstorage: {path: repute.db}\n",
        )
        run = subprocess.run(
            [repute(), "try", f"http://127.0.0.1:{self.plain}/feed.xml", "--format", "json", "--config", config],
            capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(json.loads(run.stdout)["entries"][0]["rating"]["value"], 5)


if __name__ == "__main__":
    unittest.main(verbosity=2)
