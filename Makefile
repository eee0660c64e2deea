# The two commands: `make run` and `make test`. `make help` lists the others.
PYTHON ?= python3
BIN := .venv/bin
export PAUZA_PORT ?= 8765
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
export PUPPETEER_SKIP_DOWNLOAD := 1

# Where the shared photos are not, tests run on the few that tests/photos.toml fetches.
PAUZA_SHARED ?= ../shared
PHOTOS := $(if $(wildcard $(PAUZA_SHARED)/photos),,var/shared/photos/photos.json)
override PAUZA_SHARED := $(abspath $(if $(PHOTOS),var/shared,$(PAUZA_SHARED)))
export PAUZA_SHARED

CHROME := extension/dist/chrome-mv3/manifest.json
FIREFOX := extension/dist/firefox-mv3/manifest.json
FURTHER := tests/front-ends/nightly/node_modules
EXTENSION_FILES := $(shell find extension -path extension/dist -prune -o -path extension/.wxt -prune -o \
  -path extension/node_modules -prune -o -type f -print 2>/dev/null)

.PHONY: bench bench-batch bench-peers clean evaluate evaluate-redaction fit fix fuzz help lint nightly run setup test test-surfaces types

help:  ## list the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: .venv/.done node_modules/.done models/weights/.done $(CHROME)  ## set everything up

.venv/.done: requirements/dev.txt pyproject.toml
	@scripts/check-tools $(PYTHON)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

node_modules/.done: package-lock.json
	npm ci --no-fund --no-audit --loglevel=error
	@touch $@

var/shared/photos/photos.json: tests/photos.toml .venv/.done
	$(BIN)/python tests/photos.py var/shared

models/weights/.done: models/manifest.toml .venv/.done
	$(BIN)/pauza weights fetch
	@touch $@

$(CHROME) $(FIREFOX) &: node_modules/.done $(EXTENSION_FILES)
	npm run --silent build -w extension
	@touch $(CHROME) $(FIREFOX)

run: setup  ## set up, start the service, open a browser with the extension where there is one
	@scripts/run

lint: setup  ## every check that runs nothing
	$(BIN)/ruff check
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports
	npm run --silent lint -w extension
	npm run --silent types -w extension
	npm run --silent types -w tests/e2e
	npm run --silent lint:firefox -w extension

fix: setup  ## repair what can be repaired
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	npm run --silent fix -w extension

test: lint $(PHOTOS)  ## every check and every test
	npm run --silent test -w extension
	npm run --silent test -w tests/e2e
	$(BIN)/pytest

test-surfaces: setup $(PHOTOS)  ## every way to hand a photo to a page, in both browsers; writes docs/surfaces.md
	npm run --silent surfaces -w tests/e2e

nightly: setup var/wagtail/.done $(FURTHER)/.done $(PHOTOS)  ## what takes too long for `make test`; writes its table in docs/surfaces.md
	npm run --silent nightly -w tests/e2e

var/wagtail/.done: requirements/wagtail.txt
	test -x var/wagtail/bin/python || $(PYTHON) -m venv var/wagtail
	var/wagtail/bin/python -m pip install --quiet --require-hashes -r requirements/wagtail.txt
	@touch $@

$(FURTHER)/.done: tests/front-ends/nightly/package-lock.json
	npm ci --prefix tests/front-ends/nightly --no-fund --no-audit --loglevel=error
	@touch $@

bench: setup  ## how fast it is, as ratios within one run
	$(BIN)/python tests/bench.py
	npm run --silent bench -w tests/e2e

bench-peers: setup  ## the judgement beside other people's, on the same photos
	$(BIN)/python tests/bench_peers.py

bench-batch: setup  ## how fast an album is, beside deface; a killed run taken up again; memory
	$(BIN)/python tests/bench_batch.py

fuzz: setup  ## damaged files against the running service, for 20 minutes
	$(BIN)/pytest -s tests/server/service/fuzz.py

evaluate: setup  ## measure the judgement and write docs/accuracy.md
	$(BIN)/python -m pauza.evaluation

evaluate-redaction: setup  ## prove and measure covers and write docs/redaction.md
	$(BIN)/python -m pauza.evaluation.redaction

fit: setup  ## fit the coefficients of the age rule anew (prints them)
	$(BIN)/python -m pauza.evaluation.fit

types: setup  ## the wire's types for the extension, from the service's OpenAPI document
	npm run --silent wire -w extension

clean:  ## remove all that setup made
	rm -rf .venv node_modules $(FURTHER) models/weights extension/dist extension/.wxt var
