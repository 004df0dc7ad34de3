#!/usr/bin/env bash
# A title changed in the _toc.yml of sphinx-external-toc
#
# Versions: sphinx-external-toc 1.1.0, Sphinx 9.0.4, docutils 0.22.4
#
# Guess: the next build shows the new title in the navigation of every page.
#
# Seen:
#   first build   index: First, Second page   second: First, Second page
#   title changed   index: First, Second page   second: First, Second page
#   order changed   index: Second page, New   second: First, Second page
#   built anew   index: Second page, New   second: Second page, New
#
# A changed title alone is not noticed, not even by the page that holds the list. When
# the order changes, that page is written and the others keep what they had.
#
# Why it matters: the file exists to be edited, and wherever the build folder is kept (a
# preview, a CI cache) the site goes on showing what it said before.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  sphinx-external-toc==1.1.0

mkdir site
printf "project = 'Guides'\nextensions = ['sphinx_external_toc']\n" > site/conf.py
for page in index first second; do
  printf '%s page\n===========\n\nText.\n' "${page^}" > "site/$page.rst"
done
show() {
  line=$1
  venv/bin/sphinx-build -q site "$2"
  for page in index second; do
    titles=$(sed -n '/sphinxsidebar/,$p' "$2/$page.html" | grep -o 'toctree-l1[^/]*</a>' |
      sed 's/.*>\(.*\)<.a>/\1/' | paste -sd, | sed 's/,/, /g')
    line+="   $page: $titles"
  done
  echo "$line"
}
seen=$(
  printf 'root: index\nentries:\n- file: first\n  title: First\n- file: second\n' > site/_toc.yml
  show 'first build' out
  sed -i 's/title: First/title: New/' site/_toc.yml
  show 'title changed' out
  printf 'root: index\nentries:\n- file: second\n- file: first\n  title: New\n' > site/_toc.yml
  show 'order changed' out
  show 'built anew' anew
)
echo "$seen"
expected='first build   index: First, Second page   second: First, Second page
title changed   index: First, Second page   second: First, Second page
order changed   index: Second page, New   second: First, Second page
built anew   index: Second page, New   second: Second page, New'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
