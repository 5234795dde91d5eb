# Repute. The targets, most wanted first:
#
#   make run          build, then watch the demo business and see a complaint arrive (ARGS=--once: ends by itself)
#   make test         every test that needs no installed server
#   make test-system  tests with real servers, real kills and faults of every kind; installs what it needs (ROUNDS=2000: longer)
#   make soak         two years of a thousand sources on a simulated clock, some hours; fails where something grows, drifts or
#                     gets lost (ARGS='--days 60 --sources 100': minutes)
#   make fuzz         hostile input by libFuzzer for MINUTES (60) in all, or TARGET=xml for SECONDS; what it finds is in
#                     .build-fuzz/finds (Tests/Fuzzing)
#   make test-sanitize
#                     the tests under AddressSanitizer, then under ThreadSanitizer, each with a build of its own
#                     (FILTER=NAME: only tests whose name has it)
#   make build        debug build
#   make release      optimised build, Swift's runtime linked in
#   make deb          a Debian package of it in .build/deb
#   make install      the same into DESTDIR, PREFIX (/usr) and SYSCONFDIR (/etc), on other systems
#   make uninstall    what `make install` with the same DESTDIR and PREFIX has put there; configuration and data stay
#                     (deb and install take programs that are built already: BIN=FOLDER)
#   make check        format, lint and tests, as CI does
#   make format       rewrite the sources in the house style
#   make lint         style, import laws, purity, stale lexicon
#   make lexicon      rebuild the compiled lexicon from lexicons/*.tsv
#   make lexicon-train DATA=FOLDER
#                     learn the lexicon's learned rows anew from labelled texts (lexicons/tools/train.py)
#   make golden       rewrite the expected files of golden tests; look at the difference
#   make manual       man pages and shell completions into .build/manual
#   make clean

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build

PREFIX ?= /usr
SYSCONFDIR ?= /etc
DESTDIR ?=
ARGS ?=
ROUNDS ?= 40
MINUTES ?= 60
TARGET ?=
SECONDS ?= 60
FILTER ?= .
LANGUAGES ?= en de es fr it nl pt

RELEASE := swift build -c release --static-swift-stdlib
BIN = $(shell $(RELEASE) --show-bin-path)
# Programs that are named on the command line are not built.
PROGRAMS = $(if $(findstring command line,$(origin BIN)),,release)
MANUAL := .build/manual
SOURCES := Package.swift Sources Tests

.PHONY: run test test-system test-sanitize fuzz soak build release deb install uninstall check format lint lexicon lexicon-train golden manual clean dependencies

run: release
	@$(BIN)/quickstart $(ARGS)

test: dependencies
	swift test

test-system: dependencies build
	packaging/dependencies system
	ROUNDS=$(ROUNDS) python3 Tests/System/run.py

soak: release
	@$(BIN)/soak --folder .build/soak $(ARGS)

fuzz: dependencies
	python3 Tests/Fuzzing/fuzzer.py $(if $(TARGET),--target $(TARGET) --seconds $(SECONDS),--minutes $(MINUTES))

# Swift's own run-time library leaves memory behind at its end, which is no leak of ours. Under the thread sanitizer
# everything takes so much longer that target follows target, and test test.
test-sanitize: dependencies
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build-address --filter '$(FILTER)'
	swift build --build-tests --sanitize=thread --scratch-path .build-thread
	clang -Wall -O1 -shared -fPIC -o .build-thread/mutex.so Tests/Sanitizing/mutex.c
	status=0; for target in $(notdir $(wildcard Tests/*Tests)); do \
	    LD_PRELOAD=$(CURDIR)/.build-thread/mutex.so swift test --skip-build --no-parallel --sanitize=thread \
	        --scratch-path .build-thread --filter "^$$target\b.*$(FILTER)" || status=$$?; \
	done; exit $$status

build: dependencies
	swift build

release: dependencies
	$(RELEASE)

dependencies:
	@packaging/dependencies build

check: lint test

format:
	swift format format --in-place --recursive $(SOURCES)

lint:
	swift format lint --strict --recursive $(SOURCES)
	packaging/lint
	python3 lexicons/tools/compile.py --check
	python3 lexicons/tools/compile_aspects.py --check

lexicon:
	python3 lexicons/tools/compile.py
	python3 lexicons/tools/compile_aspects.py

lexicon-train:
	@test -n "$(DATA)" || { echo "make lexicon-train DATA=FOLDER: a folder of labelled texts, see lexicons/tools/train.py" >&2; exit 2; }
	for language in $(LANGUAGES); do python3 lexicons/tools/train.py "$(DATA)" --language $$language; done
	python3 lexicons/tools/compile.py

golden:
	UPDATE_GOLDEN=1 swift test

manual: $(PROGRAMS)
	rm -rf $(MANUAL) && mkdir -p $(MANUAL)
	$(BIN)/reputed --experimental-dump-help > $(MANUAL)/reputed.json
	$(BIN)/repute generate-manual $(MANUAL) --daemon $(MANUAL)/reputed.json
	for program in repute reputed; do for shell in bash zsh fish; do \
		$(BIN)/$$program --generate-completion-script $$shell > $(MANUAL)/$$program.$$shell; done; done

deb: manual
	packaging/deb/build $(BIN) $(MANUAL) .build/deb

install: manual
	DESTDIR=$(DESTDIR) PREFIX=$(PREFIX) SYSCONFDIR=$(SYSCONFDIR) packaging/install $(BIN) $(MANUAL)

uninstall:
	DESTDIR=$(DESTDIR) PREFIX=$(PREFIX) packaging/install --remove

clean:
	rm -rf .build .build-* .repute
