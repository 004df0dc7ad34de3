#!/usr/bin/env bash
# The description that sphinxext-opengraph writes for a page that begins with a table
#
# Versions: sphinxext-opengraph 0.13.0, Sphinx 9.0.4
#
# Guess: text that is not shown (as a hidden toctree) is not in it. (It is not. None was
# written for tables, which were met in the same run.)
#
# Seen:
#   ,, Median pay, 93,600,, Openings, 189,100,,,, Nurses work on wards.
#
# It is the same for previews (og:description) and for search engines (description). Some
# parts of a table add a comma each, also before any text.
#
# Why it matters: guides and references open with a table of facts, so this is what is shown
# where they are linked and found, with figures that have commas of their own. Such a page
# needs a description that is written for it.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  sphinxext-opengraph==0.13.0

mkdir site
cat > site/conf.py <<'PY'
extensions = ['sphinxext.opengraph']
ogp_site_url = 'https://example.org/'
PY
cat > site/index.rst <<'RST'
Nurse
=====

.. list-table::

   * - Median pay
     - 93,600
   * - Openings
     - 189,100

Nurses work on wards.
RST
venv/bin/sphinx-build -q site out > log # It says that no cards are made without Matplotlib.
seen=$(grep -oP 'description" content="\K[^"]*' out/index.html | uniq)
echo "$seen"
expected=',, Median pay, 93,600,, Openings, 189,100,,,, Nurses work on wards.'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
