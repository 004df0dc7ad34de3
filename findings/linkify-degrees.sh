#!/usr/bin/env bash
# Degrees that become links when MyST's "linkify" is on
#
# Versions: linkify-it-py 2.2.0, MyST-Parser 5.2.0, docutils 0.22.4
#
# Guess: the names of degrees in running text stay text; only addresses are linked.
#
# Seen:
#   B.Com -> http://B.Com
#   M.Sc -> http://M.Sc
#   NET.org -> http://NET.org
#   e.g.in -> http://e.g.in
#
# "com" and the country codes "sc" and "in" are domains, and a single letter will do
# before them. "B.Ed.", "B.Tech." and "LL.M." end in nothing that is a domain and are
# left alone, so a list of degrees is linked here and there. "e.g.in" lacks a blank, as
# happens while typing, and "O*NET.org" is linked from the asterisk on.
#
# Why it matters: wherever education is described, readers are offered links to hosts
# that nobody has chosen.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check docutils==0.22.4 \
  myst-parser==5.2.0 linkify-it-py==2.2.0

cat > page.md <<'MD'
A B.Com. or B.Ed. is enough, an M.Sc. in nursing or a B.Tech. helps, an LL.M. does not.

Figures are O*NET.org's; see a guide, e.g.in print.
MD
venv/bin/myst-docutils-html5 --myst-enable-extensions=linkify page.md page.html
seen=$(grep -o '<a class="reference external" href="[^"]*">[^<]*' page.html |
  sed 's/.*href="\([^"]*\)">\(.*\)/\2 -> \1/')
echo "$seen"
expected='B.Com -> http://B.Com
M.Sc -> http://M.Sc
NET.org -> http://NET.org
e.g.in -> http://e.g.in'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
