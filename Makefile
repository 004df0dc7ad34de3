# Each target sets up what it needs, in .venv/. Needs Python 3.11 or later and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The day on which reviews are judged: make html TODAY=2027-11-22
TODAY ?= $(shell date -u +%F)
SPHINX := $(BIN)/sphinx-build -c . --jobs auto -D guides_today=$(TODAY) -D guides_messages_url=$(MESSAGES)
DOCS ?= docs
# The page that explains messages: each ends in its link
MESSAGES ?= https://workdojos.com/contribute/messages/
# Passed on to Sphinx or pytest: make html O=-E, make test O='-k drawer'
O ?=

BUILDERS := html dirhtml singlehtml epub latex text man gettext linkcheck

.DEFAULT_GOAL := help
.PHONY: help live reference test lint bench check import clean $(BUILDERS)

help: ## Show what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18
	@echo "  make BUILDER    one of: $(BUILDERS)"

# One stamp an extra: a new pin or dependency installs again, anything else does not.
$(VENV)/%.stamp: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[$*]'
	@touch $@

$(BUILDERS): $(VENV)/site.stamp
	$(SPHINX) -b $@ -d build/.doctrees/$@ $(O) $(DOCS) build/$@

live: $(VENV)/site.stamp $(VENV)/live.stamp ## Preview in the browser that follows your edits
	$(BIN)/career-guides live $(DOCS) -c . -D guides_today=$(TODAY) -D guides_messages_url=$(MESSAGES) $(O)

test: $(VENV)/test.stamp ## Run the tests; those in a browser where Chromium is installed
	$(BIN)/python -m pytest -n auto $(O)

lint: $(VENV)/lint.stamp ## Check types, style and format of the code
	$(BIN)/python -m mypy
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .

check: $(VENV)/site.stamp ## Check front matter and links of the guides, without a build
	$(BIN)/career-guides check $(DOCS) $(O)

import: $(VENV)/import.stamp ## Import a Hugo site: make import SITE=path/to/site
	@test -n "$(SITE)" || { echo "make import SITE=path/to/hugo-site [DOCS=docs]"; exit 2; }
	$(BIN)/career-guides import-hugo "$(SITE)" --out "$(DOCS)" --report build/import.json $(O)

bench: $(VENV)/test.stamp ## Measure a build of many guides against the bare Sphinx floor
	$(BIN)/python -m tests.bench $(O)

reference: $(VENV)/site.stamp ## Write what the reference pages of docs/contribute/ have from the code
	$(BIN)/python -m tools.reference

clean: ## Remove what was built; .venv stays
	rm -rf build
