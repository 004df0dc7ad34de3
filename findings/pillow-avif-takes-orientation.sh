#!/usr/bin/env bash
# One Exif object, saved with an AVIF and then with a JPEG
#
# Version: Pillow 13.0.0
#
# Guess: both files are turned, in whatever order they are saved. (Taken for granted until a
# JPEG of another trial lay on its side; written down before this one.)
#
# Seen:
#   JPEG, then AVIF: JPEG 6, AVIF 6, object None
#   AVIF, then JPEG: AVIF 6, JPEG None, object None
#
# Saving an AVIF takes the orientation out of the object that was passed, to write it as
# a property of the picture. What is saved afterwards with the same object lies on its side.
#
# Why it matters: programs that make variants of a picture go through a list of formats
# with one set of options, and AVIF is the first of it.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check pillow==13.0.0

cat > save.py <<'PY'
from PIL import Image

for order in (('JPEG', 'AVIF'), ('AVIF', 'JPEG')):
    picture, exif = Image.new('RGB', (60, 40), 'navy'), Image.Exif()
    exif[0x0112] = 6
    for form in order:
        picture.save(f'picture.{form.lower()}', exif=exif)
    read = [f"{form} {Image.open(f'picture.{form.lower()}').getexif().get(0x0112)}"
            for form in order]
    print(', then '.join(order) + ':', ', '.join([*read, f'object {exif.get(0x0112)}']))
PY
seen=$(venv/bin/python save.py)
echo "$seen"
expected='JPEG, then AVIF: JPEG 6, AVIF 6, object None
AVIF, then JPEG: AVIF 6, JPEG None, object None'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
