#!/usr/bin/env bash
# The date of a page that was built before it was committed
#
# Versions: sphinx-last-updated-by-git 0.3.8, Sphinx 9.0.4, docutils 0.22.4; Git
#
# Guess: once the change is committed, the next build shows the date of that commit.
#
# Seen:
#   first commit   2020-01-02
#   edited, built   2020-01-02
#   committed, built   2020-01-02
#   built anew   2024-05-06
#
# Dates are looked up when a page is read, and a commit changes no file that is read: the
# page keeps the old date until it is edited again or built anew.
#
# Why it matters: edit, look at the page, commit, publish is how people work, and where the
# output folder is kept, the date that is published is the one before.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  sphinx-last-updated-by-git==0.3.8

export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_CONFIG_GLOBAL=/dev/null
export GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
commit() {
  git add -A
  GIT_AUTHOR_DATE=$1T12:00:00Z GIT_COMMITTER_DATE=$1T12:00:00Z git commit -q -m "$2"
}
build() {
  ../venv/bin/sphinx-build -q . "../$1"
  echo "$2   $(grep -o 'Last updated on [0-9-]*' "../$1/index.html" | grep -o '[0-9-]*$')"
}
mkdir site
cd site
git init -q .
cat > conf.py <<'PY'
project = 'Guides'
extensions = ['sphinx_last_updated_by_git']
html_theme = 'classic'
html_last_updated_fmt = '%Y-%m-%d'
PY
printf 'Home\n====\n\nText.\n' > index.rst
commit 2020-01-02 first
seen=$(
  build out 'first commit'
  printf '\nMore.\n' >> index.rst
  build out 'edited, built'
  commit 2024-05-06 second
  build out 'committed, built'
  build anew 'built anew'
)
echo "$seen"
expected='first commit   2020-01-02
edited, built   2020-01-02
committed, built   2020-01-02
built anew   2024-05-06'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
