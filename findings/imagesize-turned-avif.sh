#!/usr/bin/env bash
# One photograph on its side, in four formats, measured by imagesize
#
# Versions: imagesize 2.0.1, Pillow 13.0.0
#
# Guess: JPEG, WebP and PNG give the size as stored, 60 x 40, and AVIF, whose turn is
# a property of the picture itself, the size as shown, 40 x 60.
#
# Seen:
#   JPEG (40, 60)
#   WEBP (60, 40)
#   PNG (60, 40)
#   AVIF (-1, -1)
#   AVIF upright (60, 40)
#
# imagesize turns a JPEG by its Exif orientation but neither WebP nor PNG. Pillow writes
# the orientation of an AVIF as a property ("irot"), and then imagesize finds no size,
# although it reads the same picture upright.
#
# Why it matters: Sphinx measures pictures with imagesize. Variants of one
# photograph get width and height swapped, or none, in the same <picture>.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check imagesize==2.0.1 pillow==13.0.0

cat > sizes.py <<'PY'
import imagesize
from PIL import Image

picture = Image.new('RGB', (60, 40), 'navy')
turned = Image.Exif()
turned[0x0112] = 6  # the camera was held upright: turn by 90 degrees
for form in ('JPEG', 'WEBP', 'PNG', 'AVIF'):
    picture.save(f'turned.{form.lower()}', exif=turned)
    print(form, imagesize.get(f'turned.{form.lower()}'))
picture.save('upright.avif')
print('AVIF upright', imagesize.get('upright.avif'))
PY
seen=$(venv/bin/python sizes.py)
echo "$seen"
expected='JPEG (40, 60)
WEBP (60, 40)
PNG (60, 40)
AVIF (-1, -1)
AVIF upright (60, 40)'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
