#!/bin/sh
# parse.sh [ROUNDS]: how fast bytes become entries, against a bare pass over the same bytes that only counts.
#
# Prints for each kind of document the median over ROUNDS (9) of yardstick ÷ ours in user + system CPU, and the
# least and the greatest: 0.5 means that we take twice as long. The order of the two changes with every round.
# Needs a C compiler, libxml2 and yajl with their headers, and Python 3.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${BENCH_DIR:-/tmp/repute-parse}
rounds=${1:-9}
mkdir -p "$work"

cc -O2 -o "$work/sax2_count" "$here/sax2_count.c" $(pkg-config --cflags --libs libxml-2.0)
cc -O2 -o "$work/yajl_count" "$here/yajl_count.c" -lyajl
swift build -c release --static-swift-stdlib --package-path "$here/parse" --scratch-path "$work/build" \
    --product parsebench 1>&2
ours=$work/build/release/parsebench

for shape in rss atom jsonfeed reviews; do
    for count in 10 100 5000; do
        [ -s "$work/$shape.$count" ] || python3 "$here/feed.py" $count $shape > "$work/$shape.$count"
    done
done
exec python3 "$here/rotate.py" "$rounds" "$ours" "$work"
