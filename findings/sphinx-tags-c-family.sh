#!/usr/bin/env bash
# The tags C, C++ and C# of sphinx-tags
#
# Versions: sphinx-tags 0.4, Sphinx 9.0.4, docutils 0.22.4
#
# Guess: each tag has a page of its own that lists what is tagged with it.
#
# Seen:
#   a.html C -> c.html
#   b.html C# -> c.html
#   b.html C++ -> c.html
#   _tags/c.rst title: My tags: C#
#   _tags/c.rst lists: ../b.rst
#
# Signs are dropped from the names of the pages, so three tags write one file, each over
# the one before. Page a, which is about C, is listed nowhere. A warning about a
# "duplicated entry found in toctree" hints at it; the page is still built.
#
# Why it matters: skills are what career guides are tagged with, and readers who follow
# "C" arrive at "C#".

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 sphinx-tags==0.4

mkdir site
cat > site/conf.py <<'PY'
project = 'Guides'
extensions = ['sphinx_tags']
tags_create_tags = True
PY
printf 'Home\n====\n\n.. toctree::\n\n   a\n   b\n   _tags/tagsindex\n' > site/index.rst
printf 'Firmware\n========\n\n.. tags:: C\n' > site/a.rst
printf 'Games\n=====\n\n.. tags:: C++, C#\n' > site/b.rst
venv/bin/sphinx-build -q site out 2> log.txt
grep -q 'duplicated entry found in toctree: _tags/c' log.txt
seen=$(
  for page in a.html b.html; do
    grep -o 'href="_tags/[^"]*"[^/]*C[+#]*<' "out/$page" |
      sed "s|href=\"_tags/\([^\"]*\)\".*>\(.*\)<|$page \2 -> \1|" | sort -u
  done
  sed -n 's/.*\(My tags: .*\)/_tags\/c.rst title: \1/p' site/_tags/c.rst
  sed -n 's/^ *\(\.\.\/.*\)/_tags\/c.rst lists: \1/p' site/_tags/c.rst
)
echo "$seen"
expected='a.html C -> c.html
b.html C# -> c.html
b.html C++ -> c.html
_tags/c.rst title: My tags: C#
_tags/c.rst lists: ../b.rst'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
