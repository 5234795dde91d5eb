#!/bin/sh
# ingest.sh [ROUNDS]: how fast mentions are stored, against the same rows inserted from C.
#
# Prints what each run said, then for 1,000 and 20 mentions a transaction the median over ROUNDS (9) of C ÷ ours in
# user + system CPU, and the least and the greatest: 0.5 means that we take twice as long.
# Needs a C compiler and SQLite with its headers.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${BENCH_DIR:-/tmp/repute-ingest}
rounds=${1:-9}
mkdir -p "$work"

cc -O2 -o "$work/ingest" "$here/ingest.c" -lsqlite3
swift build -c release --static-swift-stdlib --package-path "$here/ingest" --scratch-path "$work/build" \
    --product ingestbench 1>&2

for size in 1000 20; do
    : > "$work/ratios"
    for round in $(seq "$rounds"); do
        rm -f "$work"/ours.sqlite* "$work"/c.sqlite*
        "$work/build/release/ingestbench" "$work/ours.sqlite" 20000 $size > "$work/ours"
        "$work/ingest" "$work/ours.sqlite" "$work/c.sqlite" $size > "$work/c"
        cat "$work/ours" "$work/c"
        ours=$(sed -n '1s/.*: \([0-9.e-]*\) CPU s.*/\1/p' "$work/ours")
        c=$(sed -n '1s/.*: \([0-9.e-]*\) CPU s.*/\1/p' "$work/c")
        awk "BEGIN { printf \"%.3f\\n\", $c / $ours }" >> "$work/ratios"
    done
    sort -n "$work/ratios" | awk -v size=$size '{ r[NR] = $1 } END {
        printf "%d a transaction: %.2f (%.2f-%.2f)\n", size, r[int((NR + 1) / 2)], r[1], r[NR] }'
done
