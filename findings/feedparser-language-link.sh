#!/usr/bin/env bash
# An entry of an Atom feed with links to its translations, as feedparser reads it
#
# Version: feedparser 6.0.14
#
# Guess: relative links are resolved, dates are read with and without a time. (They are.
# None was written for an entry with two links, which was met in the same run.)
#
# Seen (the link of the feed and of its entry, by what the feed links to, in this order):
#   page                    /de/ /de/
#   page, Markdown          /de/ /de/
#   page, English           /en/ /en/
#   page, English, French   /fr/ /fr/
#   English, page           /de/ /de/
#
# Atom has one link for each type and language. What is documented as the primary link is
# the last of those to HTML, whatever its hreflang says and whether or not another has none.
#
# Why it matters: a feed in German that names its translations, as pages do, sends its
# readers to the French ones. The page's own link has to come last.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check feedparser==6.0.14

cat > read.py <<'PY'
import feedparser

FEED = '''<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<title>Berufe</title><id>urn:feed</id><updated>2026-05-01T00:00:00Z</updated>
<author><name>A. Person</name></author>{links}
<entry><title>Pflege</title><id>urn:entry</id><updated>2026-05-01T00:00:00Z</updated>
<summary>Lohn</summary>{links}</entry></feed>'''
LINKS = {
    'page': '<link href="https://example.org/de/"/>',
    'Markdown': '<link type="text/markdown" href="https://example.org/de.md"/>',
    'English': '<link hreflang="en" href="https://example.org/en/"/>',
    'French': '<link hreflang="fr" href="https://example.org/fr/"/>',
}
for order in (
    ['page'],
    ['page', 'Markdown'],
    ['page', 'English'],
    ['page', 'English', 'French'],
    ['English', 'page'],
):
    read = feedparser.parse(FEED.format(links=''.join(LINKS[name] for name in order)))
    assert not read.bozo
    links = read.feed.link, read.entries[0].link
    print(f'{", ".join(order):23}', *(link.removeprefix('https://example.org') for link in links))
PY
seen=$(venv/bin/python read.py)
echo "$seen"
expected='page                    /de/ /de/
page, Markdown          /de/ /de/
page, English           /en/ /en/
page, English, French   /fr/ /fr/
English, page           /de/ /de/'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
