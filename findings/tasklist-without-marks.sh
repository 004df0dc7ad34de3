#!/usr/bin/env bash
# MyST task lists in the outputs that are not HTML
#
# Versions: MyST-Parser 5.2.0, Sphinx 9.0.4, docutils 0.22.4
#
# Guess: done and open items are told apart in text and LaTeX somehow, as in "[x]".
#
# Seen:
#   html 1 checked of 2 boxes
#   text * Pass the exam
#   text * Register
#   latex Pass the exam
#   latex Register
#
# The boxes are raw HTML, so in the other outputs (here text and LaTeX) the list is a
# plain one. Nothing is printed about it, even with -n and -W.
#
# Why it matters: a checklist in the PDF has nothing to tick, and in plain text what is
# done looks like what is left to do.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 myst-parser==5.2.0

mkdir site
cat > site/conf.py <<'PY'
project = 'Guides'
extensions = ['myst_parser']
myst_enable_extensions = ['tasklist']
PY
printf '# Steps\n\n- [x] Pass the exam\n- [ ] Register\n' > site/index.md
for builder in html text latex; do
  venv/bin/sphinx-build -q -n -W -b "$builder" site "$builder"
done
seen=$(
  echo "html $(grep -o 'checked="checked"' html/index.html | wc -l) checked of $(grep -o 'type="checkbox"' html/index.html | wc -l) boxes"
  grep -E 'exam|Register' text/index.txt | sed 's/^/text /'
  grep -E 'exam|Register' latex/guides.tex | sed 's/^/latex /'
)
echo "$seen"
expected='html 1 checked of 2 boxes
text * Pass the exam
text * Register
latex Pass the exam
latex Register'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
