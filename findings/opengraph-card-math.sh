#!/usr/bin/env bash
# A page title with two dollar amounts, on the social card of sphinxext-opengraph
#
# Versions: sphinxext-opengraph 0.13.0, Matplotlib 3.11.2, Sphinx 9.0.4, MyST-Parser 5.2.0
#
# Guess: the card shows "From $40,000 to $90,000", as the page and its og:title do.
#
# Seen:
#   og:title   From $40,000 to $90,000
#   as mathematics   From $40,000 to $90,000
#
# Matplotlib draws the cards, and to Matplotlib an even number of dollar signs
# means mathematics. The card reads "From 40, 000to90,000", its "to" in italics:
# both currency signs are gone, and so are the blanks beside "to". A title with a single
# amount is no mathematics, so the fault shows on some cards only.
#
# Why it matters: pay ranges, prices and shell variables come in pairs, and the
# picture is the one output that nobody proofreads before it is shared.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  myst-parser==5.2.0 sphinxext-opengraph==0.13.0 matplotlib==3.11.2

mkdir site
cat > site/conf.py <<'PY'
project = 'Guides'
extensions = ['myst_parser', 'sphinxext.opengraph']
ogp_site_url = 'https://example.org/'

# Tell which texts Matplotlib takes for mathematics; nothing else is changed.
from matplotlib.mathtext import MathTextParser
parse, told = MathTextParser.parse, set()

def telling(self, s, *args, **kwargs):
    if s not in told:
        told.add(s)
        with open('math.txt', 'a') as file:
            file.write(f'{s}\n')
    return parse(self, s, *args, **kwargs)

MathTextParser.parse = telling
PY
printf '# From $40,000 to $90,000\n\nA range.\n\n```{toctree}\none\n```\n' > site/index.md
printf '# Up to $90,000\n\nOne amount.\n' > site/one.md

: > math.txt
venv/bin/sphinx-build -q site out 2> log.txt
seen=$(
  sed -n 's/.*og:title" content="\([^"]*\)".*/og:title   \1/p' out/index.html
  sed 's/^/as mathematics   /' math.txt
)
echo "$seen"
[ "$(ls out/_images/social_previews | wc -l)" = 2 ] || { echo 'Not two cards.' >&2; exit 1; }
expected='og:title   From $40,000 to $90,000
as mathematics   From $40,000 to $90,000'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
