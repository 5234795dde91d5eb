"""rotate.py ROUNDS PARSEBENCH DIRECTORY: runs yardstick and parser in turn and prints their ratios; see parse.sh."""

import os
import resource
import statistics
import subprocess
import sys

ROWS = [
    ("RSS", "rss", "sax2_count"),
    ("Atom", "atom", "sax2_count"),
    ("JSON Feed", "jsonfeed", "yajl_count"),
    ("recipe", "reviews", "yajl_count"),
]
MEGABYTES = 60  # what each process parses in all


def cpu(command):
    """User and system seconds of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(rounds, ours, directory):
    only = os.environ.get("BENCH_ONLY", "")
    print("| document | entries | ratio to the bare pass | spread |\n|---|---:|---:|---|")
    for name, shape, yardstick in ROWS:
        for count in (10, 100, 5000):
            if only and only not in f"{shape}.{count}":
                continue
            path = f"{directory}/{shape}.{count}"
            times = str(max(1, MEGABYTES * 1_000_000 // os.path.getsize(path)))
            bare = [f"{directory}/{yardstick}", path, times]
            full = [ours, path, times] + (["recipe"] if shape == "reviews" else [])
            ratios = []
            for number in range(rounds):
                order = [bare, full] if number % 2 == 0 else [full, bare]
                seconds = {id(command): cpu(command) for command in order}
                ratios.append(seconds[id(bare)] / seconds[id(full)])
            median = statistics.median(ratios)
            print(f"| {name} | {count} | {median:.2f} | {min(ratios):.2f}–{max(ratios):.2f} |", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
