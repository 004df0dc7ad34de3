#!/usr/bin/env bash
# The pictures of a page with two Open Graph images, as open-graph-scraper reports them
#
# Version: open-graph-scraper 6.12.0
#
# Guess: the first picture of a page is the first that is reported. (None was written for
# the widths, which were met in the same run.)
#
# Seen:
#   without a width   card.png 1200 "A card", ward.jpg - "A ward"
#   with both widths  ward.jpg 1200 "A ward", card.png 600 "A card"
#
# Widths are counted off without regard to where they stand: of "card.png" (no width) and
# "ward.jpg" (1200), the first gets the second's. And the list is sorted by size, so what
# the author named first, and Open Graph prefers, comes last.
#
# Why it matters: previews and checks of social cards read the first entry of the list.
# With it, a page that names its card before a large photograph is shown with the
# photograph, and a card without a size passes a check of its size.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund open-graph-scraper@6.12.0

cat > read.mjs <<'JS'
import ogs from 'open-graph-scraper';

const meta = (property, content) => `<meta property="og:${property}" content="${content}">`;
const page = (size) => `<html><head><title>Nurse</title>
${meta('title', 'Nurse')}
${meta('image', 'https://example.org/card.png')}
${size}
${meta('image:alt', 'A card')}
${meta('image', 'https://example.org/ward.jpg')}
${meta('image:width', '1200')}
${meta('image:alt', 'A ward')}
</head><body></body></html>`;

for (const [name, size] of [
  ['without a width', ''],
  ['with both widths', meta('image:width', '600')],
]) {
  const { result } = await ogs({ html: page(size) });
  const images = result.ogImage.map(
    ({ url, width, alt }) => `${url.split('/').pop()} ${width ?? '-'} "${alt}"`,
  );
  console.log(name.padEnd(17), images.join(', '));
}
JS
seen=$(node read.mjs)
echo "$seen"
expected='without a width   card.png 1200 "A card", ward.jpg - "A ward"
with both widths  ward.jpg 1200 "A ward", card.png 600 "A card"'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
