#!/usr/bin/env bash
# Where sphinx-notfound-page puts its page when the builder is dirhtml
#
# Versions: sphinx-notfound-page 1.1.0, Sphinx 9.0.4, docutils 0.22.4
#
# Guess: 404.html at the top, since that is the one name that hosts look for.
#
# Seen:
#   html 404.html
#   dirhtml 404/index.html
#   dirhtml canonical https://example.org/404/
#
# Why it matters: hosts of static files serve /404.html for what they do not have. After
# a change from html to dirhtml the page is built without a word, and readers see the
# host's own instead. It is also an ordinary page then, /404/, with a canonical address.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  sphinx-notfound-page==1.1.0

mkdir site
cat > site/conf.py <<'PY'
project = 'Guides'
extensions = ['notfound.extension']
html_baseurl = 'https://example.org/'
PY
printf 'Home\n====\n\nText.\n' > site/index.rst
for builder in html dirhtml; do
  venv/bin/sphinx-build -q -W -b "$builder" site "$builder"
done
seen=$(
  for builder in html dirhtml; do
    (cd "$builder" && find . -path '*404*' -name '*.html' | sed "s|^\./|$builder |")
  done
  sed -n 's/.*rel="canonical" href="\([^"]*\)".*/dirhtml canonical \1/p' dirhtml/404/index.html
)
echo "$seen"
expected='html 404.html
dirhtml 404/index.html
dirhtml canonical https://example.org/404/'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
