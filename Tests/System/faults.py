"""Faults on demand in a program under test: failing disks, false clocks, no name look-up (faults.c)."""

import mmap
import shutil
import struct
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(__file__).with_suffix(".c")
FIELDS = ["clock", "writes", "fail_from", "fail_count", "fail_error", "names", "lie"]
NAMES_REAL, NAMES_DOWN, NAMES_LOCAL, NAMES_HANG = range(4)
EVERY = 1 << 62

_library = None


def library():
    """The library that makes the faults, compiled at its first use."""
    global _library
    if _library is None:
        compiler = next((c for c in ("cc", "gcc", "clang") if shutil.which(c)), None)
        if compiler is None:
            raise unittest.SkipTest("NOT RUN: there is no C compiler to build faults.c with")
        folder = tempfile.mkdtemp(prefix="repute-faults-")
        unittest.addModuleCleanup(shutil.rmtree, folder, ignore_errors=True)
        path = Path(folder) / "faults.so"
        subprocess.run(
            [compiler, "-shared", "-fPIC", "-O1", "-w", "-o", path, SOURCE, "-ldl"], check=True
        )
        _library = path
        unittest.addModuleCleanup(forget)
    return _library


def forget():
    global _library
    _library = None


class Faults:
    """The faults of one program; changes work at once, also while it runs.

    `clock` is added to the time in seconds. Writes, truncations and syncs of files below `folder` are counted
    in `writes`; `fail_count` of them fail, from the one with the number `fail_from` (0: none) on.
    """

    def __init__(self, place, folder=None):
        self.file = open(place / "faults", "w+b")
        self.file.truncate(4096)
        self.map = mmap.mmap(self.file.fileno(), 4096)
        self.environment = {"LD_PRELOAD": str(library()), "FAULT_CONTROL": str(place / "faults")}
        if folder:
            self.environment["FAULT_PATH"] = str(folder)

    def __getattr__(self, name):
        if name not in FIELDS:
            raise AttributeError(name)
        return struct.unpack_from("<q", self.map, FIELDS.index(name) * 8)[0]

    def __setattr__(self, name, value):
        if name in FIELDS:
            struct.pack_into("<q", self.map, FIELDS.index(name) * 8, value)
        else:
            super().__setattr__(name, value)

    def fail(self, error, at=1, count=EVERY):
        """Lets the `count` writes from number `at` on, counted from now, fail."""
        self.fail_from, self.writes = 0, 0
        self.fail_error, self.fail_count = error, count
        self.fail_from = at

    def heal(self):
        self.fail_from = 0
