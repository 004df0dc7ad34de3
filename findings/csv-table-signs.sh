#!/usr/bin/env bash
# Statisticians' signs for figures that are missing, in the cells of a csv-table
#
# Versions: Sphinx 9.0.4, docutils 0.22.4, MyST-Parser 5.2.0
#
# Guess: the signs stand in the table as they stand in the data, in both languages.
#
# Seen (the text of each cell and the element that is in it):
#   sign   reStructuredText   Markdown
#   -      '' (ul)            '' (ul)
#   *      '' (ul)            '' (ul)
#   ..     '' ()              '..' (p)
#   #      '#' (p)            '' (p)
#   (4)    '' (ol)            '(4)' (p)
#   a)     '' (ol)            'a)' (p)
#
# A cell is a small document: a sign by itself is a list without text, a comment or a
# heading. The build has no warning with either parser, though warnings are errors here.
#
# Why it matters: a table is included from a publisher's file (with :file:) without anyone
# reading its cells, and "not released" or "see note 4" becomes a blank.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  myst-parser==5.2.0

mkdir site
printf "project = 'Guides'\nextensions = ['myst_parser']\n" > site/conf.py
printf '%s,pay\n' - '*' .. '#' '(4)' 'a)' > site/pay.csv
cat > site/index.rst <<'RST'
Pay
===

.. csv-table::
   :file: pay.csv

.. toctree::

   markdown
RST
printf '# Pay\n\n```{csv-table}\n:file: pay.csv\n```\n' > site/markdown.md
venv/bin/sphinx-build -q -W site out

cat > cells.py <<'PY'
import csv
import re
from pathlib import Path


def cells(page):
    found = re.findall(r'<tr.*?<td>(.*?)</td>', Path(page).read_text(), re.DOTALL)
    return [
        f'{re.sub("<.*?>", "", cell).strip()!r} ({(re.findall("<([a-z]+)", cell) or [""])[0]})'
        for cell in found
    ]


print(f'{"sign":6} {"reStructuredText":18} Markdown')
with open('site/pay.csv') as rows:
    signs = [row[0] for row in csv.reader(rows)]
for row in zip(signs, cells('out/index.html'), cells('out/markdown.html'), strict=True):
    print('{:6} {:18} {}'.format(*row))
PY
seen=$(venv/bin/python cells.py)
echo "$seen"
expected="sign   reStructuredText   Markdown
-      '' (ul)            '' (ul)
*      '' (ul)            '' (ul)
..     '' ()              '..' (p)
#      '#' (p)            '' (p)
(4)    '' (ol)            '(4)' (p)
a)     '' (ol)            'a)' (p)"
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
