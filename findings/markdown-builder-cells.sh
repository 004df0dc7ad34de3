#!/usr/bin/env bash
# Tables and raised figures, written as Markdown by sphinx-markdown-builder
#
# Versions: sphinx-markdown-builder 0.6.11, Sphinx 9.0.4, docutils 0.22.4
#
# Guess: a "|" in a cell is escaped. (None was written for the raised figure, which was met
# in the same run.)
#
# Seen:
#   | Shift   | Day|night   | Pay            |
#   |---------|-------------|----------------|
#   | first   | x|y         | 52<sub>2</sub> |
#
# Of three columns readers of Markdown make four and drop the last, which here is the
# pay; and a raised 2 comes out lowered.
#
# Why it matters: this is how documentation is handed to programs (llms.txt and the
# like). The rows still look right to a person, so nobody notices.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  sphinx-markdown-builder==0.6.11

mkdir site
printf "project = 'Guides'\nextensions = ['sphinx_markdown_builder']\n" > site/conf.py
cat > site/index.rst <<'RST'
Pay
===

.. list-table::
   :header-rows: 1

   * - Shift
     - Day|night
     - Pay
   * - first
     - x|y
     - 52\ :sup:`2`
RST
venv/bin/sphinx-build -q -W -b markdown site out
seen=$(grep '|' out/index.md)
echo "$seen"
expected='| Shift   | Day|night   | Pay            |
|---------|-------------|----------------|
| first   | x|y         | 52<sub>2</sub> |'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
