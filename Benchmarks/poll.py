#!/usr/bin/env python3
"""Polls feeds of a local nginx: `reputed --once` against a loop of libcurl that only fetches.

    python3 Benchmarks/poll.py BIN [--feeds 2000] [--entries 20] [--rounds 5] [--at-once 50]
    python3 Benchmarks/poll.py BIN --rest [--feeds 10000]

BIN is the folder of the release build. Prints CPU milliseconds (user and system) for each feed, of
the first poll (everything is new) and of a later one (304), and the ratios of the medians. With
`--rest` the daemon runs on all the feeds, and what it holds and how often it wakes is printed.
"""

import argparse
import os
import pathlib
import re
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import feed

HERE = pathlib.Path(__file__).parent
PORT = 18089


def cpu(command, **options):
    """CPU seconds of a command, its peak memory in MB, and its output."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, done


def make_feeds(folder, feeds, entries):
    (folder / "feeds").mkdir()
    for number in range(feeds):
        text = feed.rss(entries, seed=number)
        (folder / "feeds" / f"{number}.xml").write_text(text, encoding="utf-8")


def start_nginx(folder):
    configuration = folder / "nginx.conf"
    listens = " ".join(f"listen 127.0.0.{number}:{PORT} backlog=4096;" for number in range(1, 21))
    configuration.write_text(
        f"""
        worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
        events {{ worker_connections 4096; }}
        http {{
          access_log off; keepalive_requests 1000000; types {{ application/rss+xml xml; }}
          client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
          uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
          server {{ {listens} root {folder}/feeds; }}
        }}
        """
    )
    nginx = subprocess.Popen(["nginx", "-c", str(configuration)], stderr=subprocess.DEVNULL)
    time.sleep(1)
    if nginx.poll() is not None:
        sys.exit("nginx did not start; see " + str(folder / "nginx.log"))
    return nginx


def addresses(feeds):
    # Twenty names of the loopback, so that no poller is held back by a limit for each host.
    return [f"http://127.0.0.{number % 20 + 1}:{PORT}/{number}.xml" for number in range(feeds)]


def configure(folder, feeds, at_once, interval):
    sources = "\n".join(
        f"  - {{id: s{number}, url: '{address}', kind: review, brand: b}}"
        for number, address in enumerate(addresses(feeds))
    )
    path = folder / "repute.yaml"
    path.write_text(
        f"""business: {{name: Benchmark, time_zone: Europe/London}}
storage: {{path: store.db}}
polling: {{interval: {interval}, minimum_interval: 1s, concurrency: {at_once}, per_host: 32, host_spacing: 0s,
  allow_private_networks: [127.0.0.0/8]}}
log: {{level: error}}
brands:
  - {{id: b, name: Benchmark}}
sources:
{sources}
"""
    )
    return path


def poll(arguments, folder):
    loop = folder / "curl_loop"
    subprocess.run(["cc", "-O2", "-o", loop, HERE / "curl_loop.c", "-lcurl"], check=True)
    listing = "\n".join(addresses(arguments.feeds)) + "\n"
    configuration = configure(folder, arguments.feeds, arguments.at_once, "15m")
    daemon = [arguments.bin / "reputed", "--once", "--config", configuration]
    rows = {"fetch, all 200": [], "fetch, all 304": [], "first poll": [], "poll, all 304": []}
    for number in range(arguments.rounds):
        for store in folder.glob("store.db*"):
            store.unlink()
        for name, flags in (("fetch, all 200", []), ("fetch, all 304", ["-c"])):
            seconds, done = cpu([loop, str(arguments.at_once), *flags], input=listing, cwd=folder)
            rows[name].append(seconds)
        seconds, done = cpu(daemon)
        check(done, arguments.feeds)
        rows["first poll"].append(seconds)
        subprocess.run(["sqlite3", folder / "store.db", "UPDATE source SET nextPoll = 0"], check=True)
        seconds, done = cpu(daemon)
        check(done, arguments.feeds)
        rows["poll, all 304"].append(seconds)
        print(f"round {number + 1} of {arguments.rounds}", file=sys.stderr)
    for name, values in rows.items():
        each = [value * 1000 / arguments.feeds for value in values]
        print(f"{name:16} {statistics.median(each):7.3f} ms a feed ({min(each):.3f}–{max(each):.3f})")
    for ours, limit in (("first poll", "fetch, all 200"), ("poll, all 304", "fetch, all 304")):
        ratios = [a / b for a, b in zip(rows[ours], rows[limit])]
        print(
            f"{ours} / {limit}: {statistics.median(ratios):.1f} ({min(ratios):.1f}–{max(ratios):.1f})"
        )


def check(done, feeds):
    if done.returncode != 0 or not re.search(rf"\b{feeds:,}\b|\b{feeds}\b", done.stdout):
        sys.exit(f"reputed failed ({done.returncode}):\n{done.stdout[:2000]}\n{done.stderr[:2000]}")


def rest(arguments, folder):
    configuration = configure(folder, arguments.feeds, arguments.at_once, "15m")
    daemon = subprocess.Popen([arguments.bin / "reputed", "--config", configuration])
    try:
        seconds = 60 if arguments.feeds <= 2000 else 15 * 60 + 60
        polled = 0
        begin = time.time()
        while time.time() - begin < seconds and polled < arguments.feeds:
            time.sleep(5)
            polled = int(query(folder, "SELECT count(*) FROM source WHERE lastPoll IS NOT NULL") or 0)
        print(f"{polled} of {arguments.feeds} sources polled after {time.time() - begin:.0f} s")
        time.sleep(5)
        each = seconds_of(daemon.pid) * 1000 / arguments.feeds
        print(f"{each:.2f} ms of CPU a feed so far, deciding included", flush=True)
        for second in (0, 60):
            time.sleep(second)
            status = pathlib.Path(f"/proc/{daemon.pid}/status").read_text()
            held = {
                key: int(re.search(rf"{key}:\s+(\d+)", status).group(1)) // 1024
                for key in ("VmRSS", "VmHWM")
            }
            print(f"after {second} s more: {held['VmRSS']} MB resident, {held['VmHWM']} MB at most")
        print_wakeups(daemon.pid)
    finally:
        daemon.send_signal(signal.SIGTERM)
        daemon.wait()


def print_wakeups(pid):
    def switches():
        total = 0
        for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
            text = (task / "status").read_text()
            total += int(re.search(r"\nvoluntary_ctxt_switches:\s+(\d+)", text).group(1))
        return total

    before, used = switches(), seconds_of(pid)
    time.sleep(60)
    print(f"in a minute: {switches() - before} wake-ups, {seconds_of(pid) - used:.2f} s of CPU")


def seconds_of(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def query(folder, sql):
    done = subprocess.run(
        ["sqlite3", "-readonly", folder / "store.db", sql], capture_output=True, text=True
    )
    return done.stdout.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bin", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--feeds", type=int, default=2000)
    parser.add_argument("--entries", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--at-once", type=int, default=50)
    parser.add_argument("--rest", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        make_feeds(folder, arguments.feeds, arguments.entries)
        nginx = start_nginx(folder)
        try:
            (rest if arguments.rest else poll)(arguments, folder)
        finally:
            nginx.terminate()
            nginx.wait()


main()
