#!/usr/bin/env bash
# The summary of an llms.txt, as the package llms-txt reads it
#
# Version: llms-txt 0.0.7 (import llms_txt)
#
# Guess: a summary ("> ...") is found wherever it follows the title, over two lines too,
# and a file without one is read, since only the title is required.
#
# Seen:
#   with a paragraph    summary='Guides.' info='Read on.'
#   without paragraph   summary=None info='> Guides.'
#   of two lines        summary='Guides' info='> to careers.\n\nRead on.'
#   title and links     TypeError
#
# Without a paragraph between the summary and the first section, the summary counts as
# that paragraph, and ">" is part of it. Of two quoted lines the second is lost to it.
# A title that is directly followed by a section cannot be read.
#
# Why it matters: summary and link lists are the shape that most generators write. A
# paragraph after the summary, and the summary on one line, make it readable.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check llms-txt==0.0.7

cat > read.py <<'PY'
from llms_txt import parse_llms_file

links = '## Guides\n\n- [Nurse](https://example.org/nurse.md): wards\n'
for name, top in [
    ('with a paragraph', '# Careers\n\n> Guides.\n\nRead on.\n\n'),
    ('without paragraph', '# Careers\n\n> Guides.\n\n'),
    ('of two lines', '# Careers\n\n> Guides\n> to careers.\n\nRead on.\n\n'),
    ('title and links', '# Careers\n\n'),
]:
    try:
        read = parse_llms_file(top + links)
    except Exception as error:
        print(f'{name:19}', type(error).__name__)
    else:
        print(f'{name:19}', f'summary={read.summary!r} info={read.info!r}')
PY
seen=$(venv/bin/python read.py)
echo "$seen"
expected="with a paragraph    summary='Guides.' info='Read on.'
without paragraph   summary=None info='> Guides.'
of two lines        summary='Guides' info='> to careers.\n\nRead on.'
title and links     TypeError"
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
