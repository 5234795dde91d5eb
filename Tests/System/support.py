"""What the system tests share: a folder of their own, a mailbox, and the built programs."""

import email
import email.policy
import os
import shutil
import socket
import stat
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def program(name):
    """A built program: from BIN in the environment, else of the debug build."""
    path = Path(os.environ.get("BIN", ROOT / ".build/debug")) / name
    if not path.exists():
        raise SystemExit(f"{path} is not there; run `make build` first")
    return str(path)


def reputed():
    return program("reputed")


def repute():
    return program("repute")


def free_port():
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Workplace:
    """A temporary folder with a mailbox in it."""

    def __init__(self):
        self.path = Path(tempfile.mkdtemp(prefix="repute-system-"))
        (self.path / "mail").mkdir()

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return str(path)

    def sendmail(self):
        """A command that keeps each whole message as a file, as a real queue does."""
        path = Path(
            self.write(
                "sendmail",
                "#!/bin/sh\nf=$(mktemp %s/mail/XXXXXXXX.part)\ncat > $f && mv $f ${f%%.part}.eml\n"
                % self.path,
            )
        )
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return str(path)

    def mails(self):
        """The messages that arrived, parsed."""
        return [
            email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            for path in sorted((self.path / "mail").glob("*.eml"))
        ]

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)
