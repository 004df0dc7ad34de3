#!/usr/bin/env bash
# A term that two pages define, in a clean build with two processes
#
# Versions: Sphinx 9.0.4
#
# Guess: as in a build with one process, Sphinx warns of the duplicate, and links to the term
# lead to the page that is later in the alphabet.
#
# Seen:
#   -j1, a is slow: 1 warning, the term is on z.html
#   -j2, a is slow: 0 warnings, the term is on a.html
#   -j2, z is slow: 0 warnings, the term is on z.html
#
# A process knows only the pages that it reads. What they define is merged when it ends, in
# silence, so the page that takes longest to read gets the term.
#
# Why it matters: with "-j auto", as on many hosts, the same sources give different links from
# build to build, and "-W" does not find the duplicate that it finds at home.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4

mkdir docs
printf 'Home\n====\n\n.. toctree::\n\n   a\n   z\n' > docs/index.rst
for page in a z; do
  printf 'Page %s\n======\n\n.. glossary::\n\n   bench\n      As page %s has it.\n' "$page" "$page" > "docs/$page.rst"
done
cat > docs/conf.py <<'PY'
import os
import time

def wait(app, docname, source):
    if docname == os.environ['SLOW']:
        time.sleep(3)

def setup(app):
    app.connect('source-read', wait)
    return {'parallel_read_safe': True}
PY
build() {
  SLOW=$2 venv/bin/sphinx-build -q -E -a "$1" -b html docs out 2> log.txt
  page=$(venv/bin/python -m sphinx.ext.intersphinx out/objects.inv | grep -oE '[az]\.html#term-bench' | cut -d'#' -f1)
  count=$(grep -c 'duplicate term' log.txt || true)
  word=warnings
  if [ "$count" = 1 ]; then word=warning; fi
  printf '%s, %s is slow: %s %s, the term is on %s\n' "$1" "$2" "$count" "$word" "$page"
}
seen="$(build -j1 a; build -j2 a; build -j2 z)"
echo "$seen"
expected='-j1, a is slow: 1 warning, the term is on z.html
-j2, a is slow: 0 warnings, the term is on a.html
-j2, z is slow: 0 warnings, the term is on z.html'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
