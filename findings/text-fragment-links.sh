#!/usr/bin/env bash
# Links to a passage (#:~:text=, as browsers copy them), as three link checkers see them
#
# Versions: Sphinx 9.0.4 (linkcheck), LinkChecker 10.6.0, linkinator 7.5.0
#
# Guess: the links are fine, whether or not the text is looked for.
#
# Seen (of nurse.html#pay, nurse.html#:~:text=median and nurse.html#pay:~:text=median; the
# page has a heading with the id "pay" and the word "median"):
#   Sphinx           ok missing missing
#   Sphinx, ignored  ok ok missing
#   LinkChecker      ok missing missing
#   linkinator       ok missing missing
#
# What follows ":~:" is for the browser, which takes it off before it looks for an anchor.
# All three look for an anchor of that name and say that it is missing. ("Ignored" is with
# ":~:text=" in linkcheck_anchors_ignore, whose patterns are matched at the beginning.)
#
# Why it matters: such a link is the most exact way to cite a source, and each one fails the
# check, until somebody turns off the check of anchors for all links.

set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
chmod 755 "$work" # LinkChecker gives up the rights of root before it reads its settings.
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  linkchecker==10.6.0
npm init -y > /dev/null
npm install --silent --no-audit --no-fund linkinator@7.5.0

mkdir pages site
cat > pages/nurse.html <<'HTML'
<!DOCTYPE html>
<html lang="en"><head><title>Nurse</title></head>
<body><h1>Nurse</h1><h2 id="pay">Pay</h2><p>The median is high.</p></body></html>
HTML
links=('nurse.html#pay' 'nurse.html#:~:text=median' 'nurse.html#pay:~:text=median')
for link in "${links[@]}"; do
  echo "<p><a href=\"$link\">The source</a></p>"
done > pages/index.html

python3 -u -m http.server --bind 127.0.0.1 --directory pages 0 > port 2> /dev/null &
server=$!
until [ -s port ]; do sleep 0.1; done
host="http://127.0.0.1:$(grep -oE 'port [0-9]+' port | tr -dc 0-9)"

touch site/conf.py
for link in "${links[@]}"; do
  echo "* \`source <$host/$link>\`__"
done > site/index.rst
printf '[AnchorCheck]\n' > anchors.ini

# Each checker has its own words for a link without an anchor, on the line of the link.
row() { # NAME FILE WORDS
  printf '%-16s' "$1"
  for link in "${links[@]}"; do
    line=$(grep -F -e "$link\"" -e "$link;" -e "$link," "$2")
    if grep -qE "$3" <<< "$line"; then echo -n ' missing'; else echo -n ' ok'; fi
  done
  echo
}
venv/bin/sphinx-build -q -b linkcheck site plain 2> log || true
venv/bin/sphinx-build -q -b linkcheck -D linkcheck_anchors_ignore=':~:text=' site ignored \
  2> log || true
venv/bin/linkchecker --config anchors.ini --no-status -v -o csv "$host/" > checked 2> log || true
npx linkinator pages --check-fragments --format csv > crawled 2> log || true
seen=$(
  row Sphinx plain/output.json '"broken"'
  row 'Sphinx, ignored' ignored/output.json '"broken"'
  row LinkChecker checked 'not found'
  row linkinator crawled ',BROKEN,'
)
echo "$seen"
expected='Sphinx           ok missing missing
Sphinx, ignored  ok ok missing
LinkChecker      ok missing missing
linkinator       ok missing missing'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
