"""A Debian of its own with a real systemd in it, for the tests of the unit and of the package.

The tree is made once by mmdebstrap and kept in .build/system-tree; every box stands on it by an overlay and is
thrown away at the end. It has only a loopback interface, and PID 1 in it is systemd.
"""

import atexit
import hashlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from support import ROOT, reputed

# What a machine has before Repute comes: systemd and two mail programs, none of our libraries.
PACKAGES = "systemd-sysv,dbus,libnss-systemd,procps,ca-certificates,postfix,msmtp"
POSTFIX = (
    "postfix postfix/main_mailer_type select Local only\n"
    "postfix postfix/mailname string box.test\n"
)
CLEAN = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/root"}
TOOLS = ["systemd-nspawn", "mmdebstrap", "dpkg-deb", "nsenter", "unshare"]

# Devices of its own: what a package's script does to them must not reach this machine's.
CHROOT = """set -e
mount -t proc proc "$0/proc"
mount -t tmpfs -o mode=755 tmpfs "$0/dev"
for device in null:3 zero:5 full:7 random:8 urandom:9; do
    mknod -m 666 "$0/dev/${device%:*}" c 1 "${device#*:}"
done
ln -s /proc/self/fd "$0/dev/fd"
exec chroot "$0" "$@"
"""


def obstacle():
    """Why no box can be had on this machine; nothing if one can."""
    if os.geteuid() != 0:
        return "only root can boot a systemd of its own"
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        return f"not installed: {', '.join(missing)}"
    if not Path("/sys/fs/cgroup").is_dir():
        return "there are no control groups here"
    with tempfile.TemporaryDirectory() as folder:
        overlay = Overlay(Path(folder), [Path("/usr/share/doc")])
        try:
            overlay.mount()
        except subprocess.CalledProcessError as error:
            return f"an overlay can't be mounted here: {error.stderr.strip()}"
        overlay.unmount()
    return None


def shell(*words, **options):
    """Runs a command; what it said is in the error if it fails."""
    run = subprocess.run([str(word) for word in words], capture_output=True, text=True, **options)
    if run.returncode:
        raise AssertionError(f"{' '.join(map(str, words))} ended with {run.returncode}\n{run.stdout}{run.stderr}")
    return run.stdout


class Overlay:
    """A folder to write to, above others that stay as they are."""

    def __init__(self, folder, lower):
        self.upper, self.work, self.merged = (folder / name for name in ("upper", "work", "merged"))
        self.lower = lower
        for part in (self.upper, self.work, self.merged):
            part.mkdir(parents=True, exist_ok=True)

    def mount(self):
        layers = ":".join(map(str, self.lower))
        options = f"lowerdir={layers},upperdir={self.upper},workdir={self.work}"
        subprocess.run(
            ["mount", "-t", "overlay", "overlay", "-o", options, self.merged],
            check=True, capture_output=True, text=True,
        )

    def unmount(self):
        # What ran in it may take a moment to let go.
        for _ in range(50):
            if not os.path.ismount(self.merged):
                return
            if subprocess.run(["umount", "-R", self.merged], capture_output=True).returncode:
                time.sleep(0.1)
        subprocess.run(["umount", "-R", "--lazy", self.merged], capture_output=True)


def debian():
    """The name and the sources of the distribution that the tree is made of: this machine's."""
    fields = dict(
        line.split("=", 1) for line in Path("/etc/os-release").read_text().splitlines() if "=" in line
    )
    suite = fields.get("VERSION_CODENAME", "bookworm").strip('"')
    for path in (f"/etc/apt/sources.list.d/{fields['ID']}.sources", "/etc/apt/sources.list"):
        if Path(path).exists():
            return suite, Path(path).read_text()
    return suite, ""


def tree():
    """The tree of a fresh machine; made when it is not there, which takes one to two minutes."""
    suite, sources = debian()
    key = hashlib.sha256((suite + sources + PACKAGES + POSTFIX).encode()).hexdigest()[:12]
    path = ROOT / ".build/system-tree" / key
    if path.exists():
        return path
    print(f"making the tree of a fresh {suite} in {path}", flush=True)
    half = path.with_suffix(".part")
    subprocess.run(["rm", "-rf", half], check=True)
    half.parent.mkdir(parents=True, exist_ok=True)
    questions = POSTFIX.replace("\n", "\\n")
    shell(
        "mmdebstrap", "--variant=minbase", f"--include={PACKAGES}",
        "--dpkgopt=force-unsafe-io", "--aptopt=Acquire::Languages \"none\"",
        f"--essential-hook=printf '{questions}' | chroot \"$1\" debconf-set-selections",
        suite, half, "-",
        input=sources, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )
    # A machine that has been started before: a first start would enable every unit.
    (half / "etc/machine-id").write_text("5f0c8a3b7e1d49f2a6b8c0d4e2f81357\n")
    (half / "etc/hosts").write_text("127.0.0.1 localhost box.test box\n")
    half.rename(path)
    return path


def swift_runtime():
    """The folder with Swift's runtime if the built programs need one; a released package never does."""
    for line in shell("ldd", reputed()).splitlines():
        if "libswiftCore.so =>" in line:
            return Path(line.split("=>")[1].split()[0]).parent
    return None


class Box:
    """A machine. `layers` are folders that hold what differs from the tree, the topmost first."""

    count = 0

    def __init__(self, layers=(), network=False):
        Box.count += 1
        self.name = f"repute{os.getpid()}-{Box.count}"
        self.folder = Path(tempfile.mkdtemp(prefix="repute-box-"))
        self.overlay = Overlay(self.folder, [*layers, tree()])
        self.overlay.mount()
        self.root = self.overlay.merged
        self.nspawn = self.leader = None
        atexit.register(self.remove)

    @property
    def layer(self):
        """What differs from the layers below; to be used only when the box is down."""
        return self.overlay.upper

    def path(self, path):
        """A path in the box, as seen from here."""
        return self.root / path.lstrip("/")

    def write(self, path, text, mode=0o644):
        place = self.path(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
        place.chmod(mode)

    def over_network(self, *words):
        """Runs a command in the machine while it is not started, with the network of this one."""
        resolver = self.path("/etc/resolv.conf")
        resolver.unlink(missing_ok=True)
        shutil.copy("/etc/resolv.conf", resolver)
        try:
            return self.change(*words)
        finally:
            resolver.unlink()

    def change(self, *words):
        """Runs a command in the machine while it is not started."""
        return shell(
            "unshare", "--mount", "--pid", "--fork", "sh", "-c", CHROOT, self.root, *words,
            env={**CLEAN, "DEBIAN_FRONTEND": "noninteractive"},
        )

    def start(self):
        """Boots it; returns when systemd has started all there is."""
        groups = self.groups()
        runtime = swift_runtime()
        command = [
            "systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--private-network",
            "--resolv-conf=off", "--timezone=off", "--link-journal=no",
            "--system-call-filter=bpf", "--capability=all",
            *([f"--bind-ro={runtime}"] if runtime else []),
            "-M", self.name, "-D", str(self.root), "--boot",
        ]

        def enter():
            for group in groups:
                group.mkdir(exist_ok=True)
                (group / "cgroup.procs").write_text(str(os.getpid()))

        with open(self.folder / "console", "ab") as log:
            self.nspawn = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=enter
            )
        self.leader = self.wait(self.find_leader, 30, "no systemd came up")
        self.wait(self.is_up, 60, "the machine did not start")

    def groups(self):
        """The control groups that are the box's own, so that boxes don't share slices."""
        top = Path("/sys/fs/cgroup")
        tops = [top / name for name in ("systemd", "unified") if (top / name).is_dir()] or [top]
        return [group / f"box-{self.name}" for group in tops]

    def find_leader(self):
        assert self.nspawn.poll() is None, (self.folder / "console").read_text()[-2000:]
        children = Path(f"/proc/{self.nspawn.pid}/task/{self.nspawn.pid}/children").read_text().split()
        for child in children:
            if Path(f"/proc/{child}/comm").read_text().strip() == "systemd":
                return child
        return None

    def is_up(self):
        state = self.run("systemctl", "is-system-running", check=False).stdout.strip()
        return state in ("running", "degraded")

    def wait(self, question, seconds, otherwise):
        """What `question` answers, as soon as that is something."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            answer = question()
            if answer:
                return answer
            time.sleep(0.05)
        text = otherwise() if callable(otherwise) else otherwise
        raise AssertionError(f"{text} within {seconds} seconds")

    def command(self, *words):
        return ["nsenter", "-t", self.leader, "-a", *map(str, words)]

    def run(self, *words, check=True, timeout=120, **options):
        """Runs a command in the started machine."""
        run = subprocess.run(
            self.command(*words), capture_output=True, text=True, timeout=timeout, env=CLEAN, **options
        )
        if check and run.returncode:
            raise AssertionError(f"{' '.join(map(str, words))} ended with {run.returncode}\n{run.stdout}{run.stderr}")
        return run

    def out(self, *words, **options):
        return self.run(*words, **options).stdout.strip()

    def show(self, name, unit="reputed"):
        """A property of a unit."""
        return self.out("systemctl", "show", "-P", name, unit)

    def journal(self, *words, unit="reputed"):
        return self.out("journalctl", "--no-pager", "-u", unit, *words)

    def stop(self):
        """Shuts it down in order; what it wrote stays."""
        if not self.nspawn:
            return
        self.nspawn.send_signal(signal.SIGTERM)
        try:
            self.nspawn.wait(30)
        except subprocess.TimeoutExpired:
            self.nspawn.kill()
            self.nspawn.wait()
        self.nspawn = self.leader = None
        for group in self.groups():
            for inner in sorted(group.rglob("*"), reverse=True) + [group]:
                if inner.is_dir():
                    try:
                        inner.rmdir()
                    except OSError:
                        pass

    def remove(self):
        """Ends it and takes all of it away."""
        self.stop()
        self.overlay.unmount()
        shutil.rmtree(self.folder, ignore_errors=True)


def package(version, output):
    """A package of the built programs, with that version number."""
    folder = Path(output)
    return Path(
        shell(
            ROOT / "packaging/deb/build", Path(reputed()).parent, manual(), folder,
            env={**os.environ, "VERSION": version, "COMPRESSION": "gzip", "LEVEL": "1", "DEVELOPMENT": "1"},
        ).split()[-1]
    )


def manual():
    """Man pages and completions of the built programs."""
    folder = Path(tempfile.gettempdir()) / f"repute-manual-{os.getpid()}"
    if folder.exists():
        return folder
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shell("make", "-C", ROOT, "manual", f"BIN={Path(reputed()).parent}", f"MANUAL={folder}")
    return folder


_shared = {}


def shared(name, make):
    """Makes something at its first use, for all the tests of this run."""
    if name not in _shared:
        _shared[name] = make()
    return _shared[name]


def released():
    """The package under test: that of DEB in the environment, else one of the built programs."""

    def make():
        if os.environ.get("DEB"):
            return Path(os.environ["DEB"])
        folder = tempfile.mkdtemp(prefix="repute-deb-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return package("1.0.0", folder)

    return shared("released", make)


def fresh():
    """The layers of a fresh machine that has the libraries that the package names, and no Repute."""

    def make():
        box = Box()
        names = re.sub(r"\([^)]*\)", "", shell("dpkg-deb", "-f", released(), "Depends")).replace("|", ",")
        wanted = [name.strip() for name in names.split(",") if not name.strip().startswith("systemd")]
        install = "apt-get update -qq && exec apt-get install -y -qq --no-install-recommends " + " ".join(wanted)
        box.over_network("sh", "-c", install)
        box.overlay.unmount()
        return [box.layer]

    return shared("fresh", make)


def installed():
    """The layers of a fresh machine on which the package was installed."""

    def make():
        box = Box(fresh())
        shutil.copy(released(), box.path("/root"))
        box.change("dpkg", "-i", f"/root/{released().name}")
        box.overlay.unmount()
        return [box.layer, *fresh()]

    return shared("installed", make)


def needs_box(case):
    """Leaves a class of tests out, with the reason, where no box can be had."""
    return unittest.skipIf(reason := obstacle(), f"NOT RUN: {reason}")(case)
