# Each target installs what it needs in .venv/. Requires Python 3.11 or later and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The day for which reviews are checked: make html TODAY=2027-11-22
TODAY ?= $(shell date -u +%F)
SPHINX := $(BIN)/sphinx-build -c . --jobs auto -D guides_today=$(TODAY) -D guides_messages_url=$(MESSAGES)
DOCS ?= docs
# The folder of the figures: those that come with the extension, or a site's own, docs/facts
FACTS ?= extensions/career_guides/data
# The page that explains the messages; each message ends with a link to it
MESSAGES ?= https://workdojos.com/contribute/messages/
# Options for Sphinx, pytest or the command: make html O=-E, make check O=--changed
O ?=

BUILDERS := html dirhtml singlehtml epub latex text man gettext linkcheck

.DEFAULT_GOAL := help
.PHONY: help live reference test test-all lint bench new check import facts pdf tex words clean $(BUILDERS)

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 18
	@echo "  make BUILDER    one of: $(BUILDERS)"

# One stamp file per extra: only a changed pin or dependency causes a new installation.
$(VENV)/%.stamp: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[$*]'
	@touch $@

$(BUILDERS): $(VENV)/site.stamp
	$(SPHINX) -b $@ -d build/.doctrees/$@ $(O) $(DOCS) build/$@

pdf: tex $(VENV)/pdf.stamp ## Make one PDF of all guides; says how to install TeX if it is missing
	$(SPHINX) -b latex -d build/.doctrees/latex $(O) $(DOCS) build/latex
	@rm -rf build/pdf && mkdir build/pdf
	@echo "Running TeX; its output is in build/latex/tex.txt"
	@$(MAKE) -C build/latex all-pdf LATEXMKOPTS="-interaction=nonstopmode -halt-on-error" \
	    >build/latex/tex.txt 2>&1 || { tail -n 30 build/latex/tex.txt; exit 1; }
	@for file in build/latex/*.tex; do mv "$${file%.tex}.pdf" build/pdf/; done
	@ls build/pdf/*.pdf
	@# A line that is too wide is a warning, as in the other builds: the status of problems is 1.
	@$(BIN)/career-guides check-pdf build/latex --source $(DOCS) -c . || test $$? -eq 1

TEX_PACKAGES := latexmk texlive-xetex texlive-latex-extra texlive-fonts-recommended tex-gyre fonts-freefont-otf libcairo2

tex:
	@for tool in latexmk xelatex "kpsewhich fncychap.sty"; do $$tool --version >/dev/null 2>&1 || { \
	    echo "make pdf needs TeX, and there is no $${tool#kpsewhich }. On Debian and its derivatives:"; \
	    echo "  apt-get install --no-install-recommends $(TEX_PACKAGES)"; exit 1; }; done

live: $(VENV)/site.stamp $(VENV)/live.stamp ## Open a preview in the browser that follows your edits
	$(BIN)/career-guides live $(DOCS) -c . -D guides_today=$(TODAY) -D guides_messages_url=$(MESSAGES) $(O)

test: $(VENV)/test.stamp ## Run the tests that need no browser and build few sites
	$(BIN)/python -m pytest -m "not browser and not slow" -n auto --dist worksteal $(O)

test-all: $(VENV)/test.stamp ## Run all tests; those in a browser need Chromium
	$(BIN)/python -m pytest -n auto --dist worksteal $(O)

lint: $(VENV)/lint.stamp ## Check types, style, formatting and imports of the code
	$(BIN)/python -m mypy
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/lint-imports

new: $(VENV)/site.stamp ## Start a guide: make new GUIDE=plumber/overview
	$(BIN)/career-guides new $(if $(GUIDE),"$(GUIDE)") --docs $(DOCS) -c . $(O)

check: $(VENV)/check.stamp ## Check front matter, links, images and text, without a build
	$(BIN)/career-guides check $(DOCS) -c . $(O)

import: $(VENV)/import.stamp ## Import a Hugo site: make import SITE=path/to/site
	@test -n "$(SITE)" || { echo "make import SITE=path/to/hugo-site [DOCS=docs]"; exit 2; }
	$(BIN)/career-guides import-hugo "$(SITE)" --out "$(DOCS)" --report build/import.json $(O)

facts: $(VENV)/facts.stamp ## Import figures: make facts FILES="oesm26nat.zip oesm26st.zip" O="--published 2027-05-14"
	@test -n "$(FILES)" || { echo 'make facts FILES="oesm26nat.zip ..." [FACTS=folder] [O="--published 2027-05-14"]'; exit 2; }
	$(BIN)/career-guides facts import $(FILES) --out "$(FACTS)" $(O)

bench: $(VENV)/test.stamp ## Compare builds of many guides with other tools, and measure what readers load
	$(BIN)/python -m tests.bench $(O)
	$(BIN)/python -m tests.bench.lighthouse

# Packages with texts of their own. Their catalogues are named like Sphinx's own messages, whose
# gaps they fill.
WORDS := career_guides sphinx_pagefind
PYBABEL := $(BIN)/pybabel -q

words: $(VENV)/site.stamp ## Update the translations of the extensions' own texts
	@mkdir -p build
	@set -e; for name in $(WORDS); do folder=extensions/$$name; \
	    $(PYBABEL) extract -F pyproject.toml --no-location --sort-output -o build/words.pot $$folder; \
	    $(PYBABEL) update --no-wrap --ignore-pot-creation-date --no-fuzzy-matching --ignore-obsolete -D sphinx -i build/words.pot -d $$folder/locale; \
	    $(PYBABEL) compile --statistics -D sphinx -d $$folder/locale; done

reference: $(VENV)/site.stamp ## Update the generated parts of the reference pages
	$(BIN)/python -m tools.reference

clean: ## Remove everything that was built, but keep .venv and the cache of pictures
	rm -rf build
