#!/usr/bin/env bash
# A width in per cent among MyST's inline attributes
#
# Versions: MyST-Parser 5.2.0, docutils 0.22.4, mdit-py-plugins 0.7.0
#
# Guess: {width=50% loading=lazy} sets the width, and the unknown key is dropped silently.
# (Both were printed on the page; what follows is the part that was at fault.)
#
# Seen:
#   ![a](b.png){width=50px} -> <p><img alt="a" src="b.png" style="width: 50px;" /></p>
#   ![a](b.png){width=50%} -> <p><img alt="a" src="b.png" />{width=50%}</p>
#   ![a](b.png){width=1.5em} -> <p><img alt="a" src="b.png" />{width=1.5em}</p>
#   ![a](b.png){width="50%"} -> <p><img alt="a" src="b.png" style="width: 50%;" /></p>
#
# Without quotes neither "%" nor "." may stand in a value; the braces are then text on
# the page. Nothing is printed about it.
#
# Why it matters: per cent is what people write for pictures that fit a column, and
# directives take the same value without quotes.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check myst-parser==5.2.0 docutils==0.22.4 \
  mdit-py-plugins==0.7.0

seen=$(
  for picture in '![a](b.png){width=50px}' '![a](b.png){width=50%}' \
      '![a](b.png){width=1.5em}' '![a](b.png){width="50%"}'; do
    echo "$picture" > page.md
    venv/bin/myst-docutils-html5 --halt=2 --myst-enable-extensions=attrs_inline page.md page.html
    echo "$picture -> $(grep '<img' page.html)"
  done 2>&1
)
echo "$seen"
expected='![a](b.png){width=50px} -> <p><img alt="a" src="b.png" style="width: 50px;" /></p>
![a](b.png){width=50%} -> <p><img alt="a" src="b.png" />{width=50%}</p>
![a](b.png){width=1.5em} -> <p><img alt="a" src="b.png" />{width=1.5em}</p>
![a](b.png){width="50%"} -> <p><img alt="a" src="b.png" style="width: 50%;" /></p>'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
