#!/usr/bin/env bash
# mdformat-myst on directives that are written with colons
#
# Versions: mdformat-myst 0.3.0, mdformat 1.0.0, MyST-Parser 5.2.0, docutils 0.22.4
#
# Guess: a formatter made for MyST leaves directives as they are.
#
# Seen:
#   ```{note}
#   Backticks.
#   ```
#   
#   :::\{note}
#   Colons.
#   :::
#   before: 2 notes
#   after: 1 notes
#
# The opening brace is escaped, and the directive is none any more. mdformat checks that
# its output means the same as its input, but by a parser that knows no colon fences.
#
# Why it matters: as a pre-commit hook it undoes every colon directive of a site in one
# commit; the build then prints no error for what has become text in a fence.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check mdformat-myst==0.3.0 mdformat==1.0.0 \
  myst-parser==5.2.0 docutils==0.22.4

cat > page.md <<'MD'
```{note}
Backticks.
```

:::{note}
Colons.
:::
MD
notes() {
  venv/bin/myst-docutils-html5 --halt=2 --myst-enable-extensions=colon_fence page.md page.html
  echo "$1: $(grep -c 'class="admonition note"' page.html) notes"
}
before=$(notes before)
venv/bin/mdformat page.md
seen=$(cat page.md; echo "$before"; notes after)
echo "$seen"
expected='```{note}
Backticks.
```

:::\{note}
Colons.
:::
before: 2 notes
after: 1 notes'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
