#!/usr/bin/env bash
# A post of ablog that is dated by month
#
# Versions: ablog 0.11.13, Sphinx 9.0.4, docutils 0.22.4
#
# Guess: "date: May 2024" counts as the first of May, in the feed and in the archive.
#
# Seen, on 28 November:
#   <published>2024-05-28T00:00:00+00:00</published>
#
# What is missing is taken from the day on which the page is read. The script computes
# that day and compares.
#
# Why it matters: a site that is built anew each night moves the post within its month, in
# the feed, too. No warning says that the date is not a whole one (the script has -W).

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 ablog==0.11.13

mkdir site
cat > site/conf.py <<'PY'
project = 'Guides'
extensions = ['ablog']
blog_baseurl = 'https://example.org/'
blog_title = 'Guides'
PY
printf 'Home\n====\n\n.. toctree::\n\n   news\n' > site/index.rst
printf ':blogpost: true\n:date: May 2024\n\nNews\n====\n\nText.\n' > site/news.rst
venv/bin/sphinx-build -q -W site out
seen=$(grep -o '<published>.*</published>' out/blog/atom.xml)
echo "$seen"
expected="<published>2024-05-$(date +%d)T00:00:00+00:00</published>"
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
