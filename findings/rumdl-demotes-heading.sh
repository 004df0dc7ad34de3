#!/usr/bin/env bash
# rumdl fmt on a MyST page that has a title in its front matter
#
# Versions: rumdl 0.3.0, MyST-Parser 5.2.0, docutils 0.22.4
#
# Guess: the formatter leaves MyST's targets, fences, roles and front matter alone. (It
# does; that it would change the level of a heading was not thought of.)
#
# Seen:
#   ## Nurse
#   ### Pay
#   page.md:5: (WARNING/2) Document headings start at H2, not H1 [myst.header]
#
# rumdl counts the title as the heading of level one (MD025) and mends it: each heading
# sinks by one level. To MyST front matter is no heading (`myst_title_to_header` is off
# unless set), so the page has lost its H1.
#
# Why it matters: titles in front matter are for cards, feeds and search, beside an H1.
# With `-W` the next build fails on every page that the formatter has touched.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check rumdl==0.3.0 myst-parser==5.2.0 docutils==0.22.4

printf -- '---\ntitle: Nursing\n---\n\n# Nurse\n\n## Pay\n\nFair.\n' > page.md
venv/bin/myst-docutils-html5 --halt=2 page.md page.html
venv/bin/rumdl fmt --silent page.md || true
seen=$(grep '^#' page.md; venv/bin/myst-docutils-html5 page.md page.html 2>&1)
echo "$seen"
expected='## Nurse
### Pay
page.md:5: (WARNING/2) Document headings start at H2, not H1 [myst.header]'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
