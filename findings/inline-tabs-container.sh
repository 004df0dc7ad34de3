#!/usr/bin/env bash
# Loading MyST changes the tabs of pages that are not Markdown
#
# Versions: Sphinx 9.0.4, docutils 0.22.4, MyST-Parser 5.2.0, sphinx-inline-tabs 2025.12.21.14
#
# Guess: in a project of reStructuredText alone, adding "myst_parser" to the extensions
# changes no element of a page.
#
# Seen:
#   <div class="tab-set docutils container">   without MyST
#   <div class="tab-set docutils">             with it
#
# MyST replaces the visitor of container nodes for the whole project. It leaves out the class
# "container" where a node says "is_div", which its own directives mean, and which the tabs of
# sphinx-inline-tabs say too.
#
# Why it matters: who adds one page of Markdown to a large project changes the classes of all
# its other pages, with what style sheets and comparisons of builds make of that.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  myst-parser==5.2.0 sphinx-inline-tabs==2025.12.21.14

mkdir docs
printf 'Home\n====\n\n.. tab:: One\n\n   Text.\n\n.. tab:: Two\n\n   More.\n' > docs/index.rst
seen=$(for more in '' ', "myst_parser"'; do
  printf 'html_theme = "basic"\nextensions = ["sphinx_inline_tabs"%s]\n' "$more" > docs/conf.py
  rm -rf out
  venv/bin/python -m sphinx -q docs out >&2
  grep -o '<div class="tab-set[^>]*>' out/index.html
done)
echo "$seen"
expected='<div class="tab-set docutils container">
<div class="tab-set docutils">'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
