"""The Debian package: what is in it, and how it is installed, upgraded, removed and purged in a fresh machine."""

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
from pathlib import Path

import package_store
import service_box
from service_box import Box, fresh, installed, needs_box, package, released, shared, shell
from support import ROOT, reputed

CONFIGURATION = """\
business: {name: Corner Shop}
polling: {interval: 1h, allow_files: [/srv]}
brands: [{id: shop, name: Shop}]
sources: [{id: reviews, url: 'file:///srv/feed.xml', kind: review, brand: shop}]
health: {enabled: false}
"""
FEED = (
    "<rss version='2.0'><channel><item><guid isPermaLink='false'>7</guid><title>Cold soup</title>"
    "<rating>1</rating><description>Cold soup and a rude waiter</description></item></channel></rss>"
)
STORE = "/var/lib/repute/repute.db"
# Where the test itself puts files, and what systemd keeps of a unit that once was.
ELSEWHERE = ["/root", "/proc", "/run", "/tmp", "/var/log", "/var/lib/systemd"]


def next_release():
    """The same programs under a higher version number."""

    def make():
        folder = tempfile.mkdtemp(prefix="repute-deb-")
        unittest.addModuleCleanup(shutil.rmtree, folder, ignore_errors=True)
        return package("99.0.0", folder)

    return shared("next", make)


@unittest.skipUnless(shutil.which("dpkg-deb"), "NOT RUN: dpkg is not installed")
class ContentTest(unittest.TestCase):
    def test_everything_has_its_place(self):
        listing = shell("dpkg-deb", "-c", released())
        modes = {line.split()[5].lstrip("."): line.split()[0] for line in listing.splitlines()}
        for program in ("repute", "reputed"):
            self.assertEqual(modes[f"/usr/bin/{program}"], "-rwxr-xr-x")
            for place in ("bash-completion/completions/%s", "zsh/vendor-completions/_%s"):
                self.assertIn("/usr/share/" + place % program, modes)
            self.assertIn(f"/usr/share/fish/vendor_completions.d/{program}.fish", modes)
        for path in (
            "/usr/lib/systemd/system/reputed.service", "/usr/lib/sysusers.d/repute.conf",
            "/usr/lib/tmpfiles.d/repute.conf", "/etc/repute/repute.yaml", "/usr/share/man/man1/repute.1.gz",
            "/usr/share/man/man8/reputed.8.gz", "/usr/share/doc/repute/docs/service.md",
            "/usr/share/doc/repute/copyright", "/usr/share/doc/repute/changelog.gz",
            "/usr/share/doc/repute/examples/repute.yaml", "/usr/share/repute/systemd/postfix.conf",
        ):
            self.assertIn(path, modes)
        recipes = [path for path in modes if "/examples/recipes/" in path and path.endswith(".yaml")]
        self.assertEqual(len(recipes), len(list((ROOT / "feeds").glob("*.yaml"))))
        self.assertEqual({line.split()[1] for line in listing.splitlines()}, {"root/root"})

    def test_depends_on_the_systems_libraries_only(self):
        depends = shell("dpkg-deb", "-f", released(), "Depends")
        for library in ("libc6", "libcurl4", "libsqlite3-0", "libxml2"):
            self.assertRegex(depends, rf"\b{library}(t64)?\b")
        self.assertNotIn("swift", depends)

    def test_is_made_of_the_same_bytes_again(self):
        version = shell("dpkg-deb", "-f", released(), "Version").strip()
        with tempfile.TemporaryDirectory() as folder:
            again = package(version, folder).read_bytes()
        if os.environ.get("DEB"):
            with tempfile.TemporaryDirectory() as folder:
                first = package(version, folder).read_bytes()
        else:
            first = released().read_bytes()
        self.assertEqual(hashlib.sha256(first).hexdigest(), hashlib.sha256(again).hexdigest())

    @unittest.skipUnless(shutil.which("lintian"), "NOT RUN: lintian is not installed")
    def test_lintian_finds_no_error(self):
        command = ["lintian", "--fail-on", "error", "--allow-root"]
        if service_box.swift_runtime():
            # A debug build finds Swift's runtime where the toolchain is; make release links it in.
            command += ["--suppress-tags", "custom-library-search-path"]
        run = subprocess.run([*command, released()], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)

    def test_completions_are_read_by_their_shells(self):
        manual = service_box.manual()
        for name, check in (("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]), ("fish", ["fish", "--no-execute"])):
            if shutil.which(name):
                for program in ("repute", "reputed"):
                    shell(*check, manual / f"{program}.{name}")


class InstallTest(unittest.TestCase):
    """`make install` on systems without packages."""

    def test_installs_below_a_prefix_and_takes_all_of_it_away_again(self):
        with tempfile.TemporaryDirectory() as folder:
            place = {"DESTDIR": folder, "PREFIX": "/usr/local", "SYSCONFDIR": "/etc"}
            environment = {**os.environ, **place}
            shell(ROOT / "packaging/install", Path(reputed()).parent, service_box.manual(), env=environment)
            root = Path(folder)
            unit = (root / "usr/local/lib/systemd/system/reputed.service").read_text()
            self.assertIn("ExecStart=/usr/local/bin/reputed --config /etc/repute/repute.yaml", unit)
            self.assertNotIn("/usr/bin/repute", unit)
            configuration = root / "etc/repute/repute.yaml"
            configuration.write_text("mine")
            # Once more, over what is there.
            shell(ROOT / "packaging/install", Path(reputed()).parent, service_box.manual(), env=environment)
            self.assertEqual(configuration.read_text(), "mine")
            shell(ROOT / "packaging/install", "--remove", env=environment)
            left = [str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()]
            self.assertEqual(left, ["etc/repute/repute.yaml"])


class Machine(unittest.TestCase):
    def machine(self, layers):
        box = Box(layers)
        self.addCleanup(box.remove)
        box.start()
        box.write("/srv/feed.xml", FEED)
        return box

    def configure(self, box):
        box.write("/etc/repute/repute.yaml", CONFIGURATION)

    def install(self, box, deb):
        shutil.copy(deb, box.path("/root"))
        return box.out("apt-get", "install", "-y", "-qq", f"/root/{Path(deb).name}")

    def state(self, box):
        return box.show("ActiveState")


@needs_box
class LifeTest(Machine):
    def test_the_readme_followed_word_by_word(self):
        readme = (ROOT / "README.md").read_text()
        block = re.search(r"## Install as a service\n.*?```sh\n(.*?)```", readme, re.S)[1]
        box = self.machine(fresh())
        # Who types is root, answers the first questions by flags, and edits by a program: all the rest is as it
        # stands there.
        edit = f"cat > /etc/repute/repute.yaml << 'END'\n{CONFIGURATION}END\n"
        box.write(
            "/usr/local/bin/sudo",
            '#!/bin/sh\nset -eu\n[ "$*" = "repute init" ] || exec "$@"\n'
            "repute init --business Shop --no-mail --yes\nrepute check\n" + edit,
            mode=0o755,
        )
        # The package was made before.
        box.write("/usr/local/bin/make", "#!/bin/sh\ntest \"$*\" = deb\n", mode=0o755)
        deb = box.path("/root/repute/.build/deb")
        deb.mkdir(parents=True)
        shutil.copy(released(), deb)
        script = "set -eu\ncd /root/repute\nexport PATH=/usr/local/bin:$PATH\n" + block
        run = box.run("sh", "-c", script, check=False)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertIn("active (running)", run.stdout)
        self.assertEqual(self.state(box), "active")
        stored = lambda: "Cold soup" in box.out("repute", "mentions", check=False)
        box.wait(stored, 20, "no mention was stored")
        self.assertEqual(box.show("UnitFileState"), "enabled")

    def test_a_fresh_one_waits_until_it_is_configured(self):
        box = self.machine(installed())
        self.assertEqual((self.state(box), box.show("UnitFileState")), ("inactive", "disabled"))
        modes = box.out("stat", "-c", "%a %U:%G", "/etc/repute", "/etc/repute/secrets", "/var/lib/repute")
        self.assertEqual(modes.split("\n"), ["750 root:repute", "750 root:repute", "700 repute:repute"])
        self.assertIn("nologin", box.out("getent", "passwd", "repute"))
        run = box.run("repute", "check", check=False)
        self.assertEqual(run.returncode, 78)
        self.assertIn("holds no settings", run.stdout + run.stderr)

    def test_a_store_of_every_earlier_schema_is_copied_and_migrated_at_the_upgrade(self):
        box = self.machine(installed())
        self.configure(box)
        names = [name for name, _ in package_store.steps()]
        latest = names[-1].split()[0]
        for count in range(1, len(names)):
            with self.subTest(schema=names[count - 1]):
                # The former release at work: a process that holds the unit, on a store that it left.
                box.run("systemctl", "stop", "reputed")
                box.run("sh", "-c", f"rm -f {STORE}*")
                package_store.former(box.path(STORE), count)
                box.run("sh", "-c", f"chown repute: {STORE}* && chmod 600 {STORE}*")
                former_unit = "/etc/systemd/system/reputed.service.d/former.conf"
                box.write(
                    former_unit,
                    "[Service]\nType=exec\nWatchdogSec=0\nExecStart=\nExecStart=/bin/sleep infinity\n",
                )
                box.run("systemctl", "daemon-reload")
                box.run("systemctl", "start", "reputed")
                former = box.show("MainPID")
                box.path(former_unit).unlink()
                # The first of the loop is an upgrade, the others install the same release again.
                self.install_over(box, next_release())
                self.assertEqual(self.state(box), "active")
                self.assertNotEqual(box.show("MainPID"), former, "the daemon was not restarted")
                self.assertIn("Cold soup and a rude waiter", box.out("repute", "show", "7"))
                self.assertIn("whole", box.out("repute", "db", "check"))
                with sqlite3.connect(f"file:{box.path(STORE)}.before-{latest}?mode=ro&immutable=1", uri=True) as copy:
                    steps = [row[0] for row in copy.execute("SELECT identifier FROM grdb_migrations ORDER BY 1")]
                    self.assertEqual(steps, names[:count])
                    self.assertEqual(copy.execute("SELECT count(*) FROM mention").fetchone(), (1,))

    def install_over(self, box, deb):
        shutil.copy(deb, box.path("/root"))
        box.run("dpkg", "-i", f"/root/{Path(deb).name}")

    def test_an_upgrade_leaves_what_the_owner_has_changed_and_what_does_not_run(self):
        box = self.machine(installed())
        self.configure(box)
        self.install_over(box, next_release())
        self.assertEqual(self.state(box), "inactive")
        self.assertEqual(box.path("/etc/repute/repute.yaml").read_text(), CONFIGURATION)

    def test_an_upgrade_to_a_daemon_that_does_not_start_is_told_and_leaves_the_package_whole(self):
        box = self.machine(installed())
        self.configure(box)
        box.run("systemctl", "enable", "--now", "reputed")
        box.write("/etc/repute/repute.yaml", "business: {nam: x}\n")
        shutil.copy(next_release(), box.path("/root"))
        run = box.run("dpkg", "-i", f"/root/{Path(next_release()).name}")
        self.assertIn("reputed.service did not start; see: journalctl -u reputed", run.stdout + run.stderr)
        self.assertIn("install ok installed", box.out("dpkg-query", "-W", "-f", "${Status}", "repute"))

    def test_removed_it_keeps_what_it_knew_and_purged_nothing(self):
        box = self.machine(installed())
        self.configure(box)
        box.run("systemctl", "enable", "--now", "reputed")
        box.wait(box.path(STORE).exists, 10, "there is no store")
        box.run("apt-get", "remove", "-y", "-qq", "repute")
        self.assertEqual(box.show("LoadState"), "not-found")
        self.assertNotEqual(box.run("pgrep", "-u", "repute", check=False).returncode, 0)
        self.assertTrue(box.path(STORE).exists())
        self.assertEqual(box.path("/etc/repute/repute.yaml").read_text(), CONFIGURATION)
        # Again: it was enabled, so it starts.
        self.install(box, released())
        self.assertEqual(self.state(box), "active")
        box.run("apt-get", "purge", "-y", "-qq", "repute")
        elsewhere = "".join(f" -not -path '{path}/*'" for path in ELSEWHERE)
        left = box.out("sh", "-c", f"find / -xdev \\( -user repute -o -iname '*repute*' \\){elsewhere}")
        self.assertEqual(left, "")
        self.assertEqual(box.out("sh", "-c", "systemctl --failed --no-legend; find /etc/systemd -xtype l"), "")


if __name__ == "__main__":
    unittest.main(verbosity=2)
