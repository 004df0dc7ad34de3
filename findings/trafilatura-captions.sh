#!/usr/bin/env bash
# A page of Sphinx with a table and tabs, as trafilatura extracts it to Markdown
#
# Versions: trafilatura 2.3.1, Sphinx 9.0.4, sphinx-design 0.8.0
#
# Guess: all the text of the page is there: lists of terms, notes, tabs and tables.
#
# Seen (all but the paragraphs before the table):
#   | ¶ |  |
#   |---|---|
#   | Shift | Pay |
#   |---|---|
#   | Day | 40 |
#   | Night | 52 |
#
#   There is a pension after thirty years of work, and the rent of a room is paid.
#
#   There is a share of what the hospital earns, and no pension is paid at the end.
#
# The table's caption ("Dollars per hour in public hospitals") is lost, but the mark of its
# link stays as a row of its own, so that the real header is an ordinary row. The labels
# of the tabs ("In public hospitals", "In private hospitals") are lost, too.
#
# Why it matters: this is how sites are read into collections of text. The figures arrive
# without their unit, and two statements that exclude each other without what they are
# about. Captions and labels that must not get lost have to be said in the text, too.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  sphinx-design==0.8.0 trafilatura==2.3.1 lxml_html_clean==0.4.6

mkdir site
printf "project = 'Guides'\nextensions = ['sphinx_design']\n" > site/conf.py
cat > site/index.rst <<'RST'
Nurse
=====

Nurses look after people on the wards of a hospital, by day and by night, and they write
down what they saw and did for those who come after them.

Their work is paid by the hour in most places, and more for the hours of the night, for
Sundays and for holidays. The table has what was agreed for the next two years.

.. list-table:: Dollars per hour in public hospitals
   :header-rows: 1

   * - Shift
     - Pay
   * - Day
     - 40
   * - Night
     - 52

.. tab-set::

   .. tab-item:: In public hospitals

      There is a pension after thirty years of work, and the rent of a room is paid.

   .. tab-item:: In private hospitals

      There is a share of what the hospital earns, and no pension is paid at the end.
RST
venv/bin/sphinx-build -q -W site out
seen=$(venv/bin/trafilatura --markdown < out/index.html | sed -n '/^|/,$ { s/ *$//; p }')
echo "$seen"
expected='| ¶ |  |
|---|---|
| Shift | Pay |
|---|---|
| Day | 40 |
| Night | 52 |

There is a pension after thirty years of work, and the rent of a room is paid.

There is a share of what the hospital earns, and no pension is paid at the end.'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
