#!/usr/bin/env bash
# A build with a new setting that is stopped with Ctrl-C, and the next one
#
# Versions: Sphinx 9.0.4
#
# Guess: the next build writes all pages, since most have not been written with the new
# setting yet.
#
# Seen:
#   targets for 0 source files that are out of date
#   after the next build: index: Old a: New b: Old c: Old
#
# Sphinx writes .buildinfo, which says with which settings the pages were made, before it
# writes the pages. The next build finds nothing to do, and so do all builds after it.
#
# Why it matters: a site whose address, theme or title has changed stays half of each if
# the first build was stopped, until somebody deletes the output folder.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4

mkdir docs
printf 'Home\n====\n\n.. toctree::\n\n   a\n   b\n   c\n' > docs/index.rst
for page in a b c; do printf '%s\n=\n\nText.\n' "$page" > "docs/$page.rst"; done
cat > docs/conf.py <<'PY'
import os

project = 'Guides'

def stop(app, name, template, context, doctree):
    if name == 'b' and 'STOP' in os.environ:
        raise KeyboardInterrupt

def setup(app):
    app.connect('html-page-context', stop)
PY
build() { venv/bin/sphinx-build -b html -D html_title="$1" docs out > log.txt 2>&1 || true; }
titles() {
  for page in index a b c; do
    printf ' %s: %s' "$page" "$(grep -o '<title>.*</title>' "out/$page.html" | grep -oE 'Old|New')"
  done
}
build Old
STOP=1 build New
build New
seen="$(grep -oE 'targets for [0-9]+ source files that are out of date' log.txt)
after the next build:$(titles)"
echo "$seen"
expected='targets for 0 source files that are out of date
after the next build: index: Old a: New b: Old c: Old'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
