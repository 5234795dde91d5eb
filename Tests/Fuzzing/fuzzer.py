"""Builds the fuzzer and lets it look for broken promises: `make fuzz`.

Each target (Targets/FuzzTarget.swift) begins with the inputs of Corpus, Crashes and the samples of the project, goes on
from what former runs found worth keeping (.build-fuzz/corpus), and uses its dictionary. For a quarter of its time, each
input is stretched to many kilobytes by repeating a piece of it (Targets/StretchedInput.swift), so that what takes more
than linear time shows. What is found is written to .build-fuzz/finds; once mended, it belongs into Crashes, where
`swift test` reads it from then on.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# One input may take so long, in seconds, before it counts as a hang.
HANG = 25
# The longest input of each target, in bytes.
LENGTHS = {"dates": 200, "address": 2048, "query": 4096, "smtp": 8192, "template": 4096, "alarm": 64}
LENGTH = 16384
# How long its inputs are stretched; 0 where an input is never long.
STRETCHED = {"dates": 0, "alarm": 0, "address": 8000, "query": 8000, "template": 16000, "overlay": 8000, "chat": 32000}
STRETCH = 65536


def targets():
    """The names of all targets, in their order."""
    text = (HERE / "Targets/FuzzTarget.swift").read_text()
    return re.findall(r'FuzzTarget\(name: "(\w+)", check', text)


def build(scratch):
    """The fuzzer's program, built with coverage and the address sanitizer."""
    subprocess.run(
        [
            "swift", "build", "--package-path", str(ROOT), "-c", "release", "--product", "fuzz",
            "--scratch-path", str(scratch), "-Xswiftc", "-sanitize=fuzzer,address",
            "-Xswiftc", "-parse-as-library", "-Xswiftc", "-enable-testing",
            "-Xcc", "-fsanitize=fuzzer-no-link,address",
        ],
        check=True, env={**os.environ, "FUZZ": "1"},
    )
    return scratch / "release/fuzz"


def seeds(target, folder):
    """Writes the project's own samples as inputs of a target, where they are any."""
    folder.mkdir(parents=True, exist_ok=True)

    def put(name, *parts):
        (folder / name).write_bytes(b"\n%%\n".join(parts))

    samples = ROOT / "feeds/samples"
    if target in ("xml", "html", "json"):
        for path in samples.glob("*." + target):
            put(path.name, path.read_bytes())
    if target == "recipe":
        for path in (ROOT / "feeds").glob("*.yaml"):
            for sample in samples.glob(path.stem + ".[jx]*"):
                put("own-" + path.stem, path.read_bytes(), sample.read_bytes())
                put("named-" + path.stem, path.stem.encode(), sample.read_bytes())
    if target == "settings":
        for path in (ROOT / "config").glob("*.yaml"):
            put(path.name, path.read_bytes())


class Run:
    """What one target's run came to."""

    def __init__(self, target, stretch, output, code, finds):
        self.target, self.stretch, self.output, self.finds = target, stretch, output, finds
        self.code, self.failed = code, code != 0
        self.executions = self.number(r"stat::number_of_executed_units:\s*(\d+)")
        self.speed = self.number(r"stat::average_exec_per_sec:\s*(\d+)")
        self.edges = max(map(int, re.findall(r" cov: (\d+) ", output)), default=0)
        self.features = max(map(int, re.findall(r" ft: (\d+) ", output)), default=0)

    def number(self, pattern):
        found = re.findall(pattern, self.output)
        return int(found[-1]) if found else 0

    def __str__(self):
        name = self.target + (" stretched" if self.stretch else "")
        line = f"{name:18} {self.executions:>10} executions, {self.speed:>6}/s, {self.edges:>6} edges"
        return line + f", {self.features:>6} features" + (f", ENDED WITH {self.code}" if self.failed else "")


def fuzz(program, target, seconds, scratch, stretch=0):
    """Fuzzes one target for some seconds, with inputs stretched to that length if any; ends early at a find."""
    kept, finds, own = (
        scratch / name / target for name in ("stretched" if stretch else "corpus", "finds", "seeds")
    )
    for folder in (kept, finds):
        folder.mkdir(parents=True, exist_ok=True)
    seeds(target, own)
    folders = [kept, own] + [HERE / name / target for name in ("Corpus", "Crashes")]
    dictionary = HERE / "Dictionaries" / f"{target}.dict"
    words = [
        str(program), f"-max_total_time={seconds}", f"-timeout={HANG}", "-rss_limit_mb=3072",
        f"-max_len={LENGTHS.get(target, LENGTH)}", "-print_final_stats=1", "-verbosity=1", "-reload=0",
        f"-artifact_prefix={finds}/",
    ]
    if dictionary.exists():
        words.append(f"-dict={dictionary}")
    words += [str(folder) for folder in folders if folder.exists()]
    environment = {
        **os.environ, "FUZZ_TARGET": target, "SWIFT_BACKTRACE": "enable=no",
        "ASAN_OPTIONS": "detect_leaks=0:allocator_may_return_null=1",
    }
    if stretch:
        environment["FUZZ_STRETCH"] = str(stretch)
    run = subprocess.run(
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        preexec_fn=lambda: os.nice(5),
    )
    return Run(target, stretch, run.stdout, run.returncode, sorted(finds.iterdir()))


def fuzz_both_ways(program, target, seconds, scratch):
    """Fuzzes one target with inputs as they are, and for a quarter of the time with stretched ones."""
    stretch = STRETCHED.get(target, STRETCH)
    shares = [(seconds - seconds // 4, 0), (seconds // 4, stretch)] if stretch else [(seconds, 0)]
    for share, stretch in shares:
        if share:
            yield fuzz(program, target, share, scratch, stretch)


def main():
    parser = argparse.ArgumentParser(description="Fuzzes the parts of Repute that meet foreign bytes.")
    parser.add_argument("--target", choices=targets() + ["alarm"], help="only this one")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--minutes", type=int, help="for all targets together, instead")
    parser.add_argument("--scratch", type=Path, default=ROOT / ".build-fuzz")
    options = parser.parse_args()
    names = [options.target] if options.target else targets()
    seconds = options.minutes * 60 // len(names) if options.minutes else options.seconds
    program = build(options.scratch)
    failed = False
    start = time.monotonic()
    for name in names:
        for run in fuzz_both_ways(program, name, seconds, options.scratch):
            print(run, flush=True)
            if run.failed:
                failed = True
                print(run.output[-4000:])
                for path in run.finds:
                    print(f"  {path}")
    print(f"{len(names)} targets in {time.monotonic() - start:.0f} s")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
