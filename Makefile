# Repute. The targets, most wanted first:
#
#   make run          build, then watch the demo business and see a complaint arrive (ARGS=--once: ends by itself)
#   make test         every test that needs no installed server
#   make test-system  tests with real servers and real kills; installs what it needs
#   make build        debug build
#   make release      optimised build, Swift's runtime linked in
#   make install      release build into DESTDIR and PREFIX
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
ROUNDS ?= 300
LANGUAGES ?= en de es fr it nl pt

RELEASE := swift build -c release --static-swift-stdlib
BIN = $(shell $(RELEASE) --show-bin-path)
SOURCES := Package.swift Sources Tests
UNITDIR = $(PREFIX)/lib/systemd/system

.PHONY: run test test-system build release install check format lint lexicon lexicon-train golden manual clean dependencies

run: release
	@$(BIN)/quickstart $(ARGS)

test: dependencies
	swift test

test-system: dependencies build
	packaging/dependencies system
	ROUNDS=$(ROUNDS) python3 Tests/System/run.py

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

manual: release
	mkdir -p .build/manual
	$(BIN)/reputed --experimental-dump-help > .build/manual/reputed.json
	$(BIN)/repute generate-manual .build/manual --daemon .build/manual/reputed.json
	for shell in bash zsh fish; do $(BIN)/repute --generate-completion-script $$shell > .build/manual/repute.$$shell; done

install: manual
	install -Dm755 $(BIN)/reputed $(DESTDIR)$(PREFIX)/bin/reputed
	install -Dm755 $(BIN)/repute $(DESTDIR)$(PREFIX)/bin/repute
	install -Dm644 systemd/reputed.service $(DESTDIR)$(UNITDIR)/reputed.service
	install -Dm644 systemd/repute.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/repute.conf
	install -Dm644 systemd/repute.tmpfiles $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/repute.conf
	install -Dm644 config/repute.yaml $(DESTDIR)$(PREFIX)/share/doc/repute/examples/repute.yaml
	install -d -m755 $(DESTDIR)$(SYSCONFDIR)/repute
	for page in .build/manual/*.[18]; do \
		install -Dm644 $$page $(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$${page##*/}; done
	install -Dm644 .build/manual/repute.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/repute
	install -Dm644 .build/manual/repute.zsh $(DESTDIR)$(PREFIX)/share/zsh/vendor-completions/_repute
	install -Dm644 .build/manual/repute.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/repute.fish

clean:
	rm -rf .build .repute
