#!/usr/bin/env bash
# An AVIF picture in Sphinx's EPUB
#
# Versions: Sphinx 9.0.4, docutils 0.22.4, Pillow 13.0.0 (to draw the pictures)
#
# Guess: it is packed and listed in the manifest as image/avif, as WebP is as image/webp.
#
# Seen:
#   page _images/a.avif
#   page _images/b.webp
#   manifest _images/b.webp
#   archive _images/b.webp
#   WARNING: unknown mimetype for _images/a.avif, ignoring [epub.unknown_project_files]
#
# The page still shows <img src="_images/a.avif">, but the file is neither in the
# manifest nor in the archive.
#
# Why it matters: a site that has moved its photographs to AVIF gets a book without
# them. The warning's type is the one that people suppress because Sphinx's own
# caches in the output folder set it off, too.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 pillow==13.0.0

mkdir site
cat > site/conf.py <<'PY'
project = 'Guides'
copyright = 'A'
version = '1'
PY
printf 'Home\n====\n\n.. image:: a.avif\n   :alt: a\n\n.. image:: b.webp\n   :alt: b\n' > site/index.rst
venv/bin/python - <<'PY'
from PIL import Image
for name in ('a.avif', 'b.webp'):
    Image.new('RGB', (60, 40), 'navy').save(f'site/{name}')
PY
venv/bin/sphinx-build -q -b epub -d trees site out 2> log.txt
seen=$(
  grep -o '<img[^>]*src="[^"]*"' out/index.xhtml | sed 's/.*src="\(.*\)"/page \1/'
  grep -o 'href="_images[^"]*"' out/content.opf | sed 's/href="\(.*\)"/manifest \1/'
  venv/bin/python -m zipfile -l out/Guides.epub | grep -o '[^ ]*_images/[^ ]*' | sed 's/^/archive /'
  grep -h _images log.txt
)
echo "$seen"
expected='page _images/a.avif
page _images/b.webp
manifest _images/b.webp
archive _images/b.webp
WARNING: unknown mimetype for _images/a.avif, ignoring [epub.unknown_project_files]'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
