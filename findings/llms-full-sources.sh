#!/usr/bin/env bash
# What sphinx-llms-txt puts into llms-full.txt for MyST pages
#
# Versions: sphinx-llms-txt 0.7.1, Sphinx 9.0.4, MyST-Parser 5.2.0
#
# Guess: the pages' text, without their front matter.
#
# Seen:
#   ---
#   reviewer: A. Person
#   draft_note: ask the union first
#   ---
#   # Nurse
#   
#   % Not for readers.
#   
#   Works on wards.
#
# The file is put together from the sources, so front matter goes in as it stands, and so
# does a MyST comment. Neither is in the HTML (the script looks).
#
# Why it matters: notes that an author took for private are published in one more
# place, and a reading program takes "---" and keys for the beginning of each page.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  myst-parser==5.2.0 sphinx-llms-txt==0.7.1

mkdir site
cat > site/conf.py <<'PY'
project = 'Guides'
extensions = ['myst_parser', 'sphinx_llms_txt']
html_baseurl = 'https://example.org/'
PY
cat > site/index.md <<'MD'
---
reviewer: A. Person
draft_note: ask the union first
---
# Nurse

% Not for readers.

Works on wards.
MD
venv/bin/sphinx-build -q site out
if grep -qE 'A\. Person|union|Not for readers' out/index.html; then
  echo 'The HTML has it, too.' >&2
  exit 1
fi
seen=$(sed -n '/^---$/,/wards/p' out/llms-full.txt)
echo "$seen"
expected=$(cat site/index.md)
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
