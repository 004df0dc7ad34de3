#!/usr/bin/env bash
# Tabs, icons and dropdowns of sphinx-design, and MyST task lists, in an EPUB
#
# Versions: sphinx-design 0.8.0, MyST-Parser 5.2.0, Sphinx 9.0.4, docutils 0.22.4
#
# Guess: the pages are XHTML, and EPUBCheck only asks that pages with icons be marked as
# such in the manifest (property "svg").
#
# Seen:
#   tabs.xhtml: not XML, mismatched tag
#   tasks.xhtml: not XML, mismatched tag
#   icons.xhtml: svg without its namespace
#   dropdown.xhtml: svg without its namespace
#
# Tabs and tasks write <input ...> without an end, as HTML allows, so the whole page
# cannot be read; the icons are in XHTML no pictures but unknown elements. Sphinx
# prints nothing. EPUBCheck 5.3.0 calls the first fatal (RSC-016), the second an
# error (RSC-005).
#
# Why it matters: one tab set or checklist is enough to make a book that fails EPUBCheck and
# a page that no XML parser reads, and the same source is faultless in HTML.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 \
  myst-parser==5.2.0 sphinx-design==0.8.0

mkdir site
cat > site/conf.py <<'PY'
project = 'Guides'
copyright = 'A'
version = '1'
extensions = ['myst_parser', 'sphinx_design']
myst_enable_extensions = ['colon_fence', 'tasklist']
PY
printf '# Home\n\n```{toctree}\ntabs\ntasks\nicons\ndropdown\n```\n' > site/index.md
printf '# Tabs\n\n::::{tab-set}\n:::{tab-item} One\nText.\n:::\n::::\n' > site/tabs.md
printf '# Tasks\n\n- [x] done\n' > site/tasks.md
printf '# Icons\n\n{octicon}`star`\n' > site/icons.md
printf '# Dropdown\n\n:::{dropdown} More\nText.\n:::\n' > site/dropdown.md
venv/bin/sphinx-build -q -W -b epub -d trees site out
cat > look.py <<'PY'
from xml.etree import ElementTree

for name in ('tabs', 'tasks', 'icons', 'dropdown'):
    try:
        page = ElementTree.parse(f'out/{name}.xhtml')
    except ElementTree.ParseError as error:
        print(f'{name}.xhtml: not XML,', str(error).partition(':')[0])
    else:
        spaces = {element.tag.partition('}')[0] for element in page.iter()
                  if element.tag.endswith('}svg')}
        if spaces == {'{http://www.w3.org/1999/xhtml'}:
            print(f'{name}.xhtml: svg without its namespace')
        else:
            print(f'{name}.xhtml: fine')
PY
seen=$(venv/bin/python look.py)
echo "$seen"
expected='tabs.xhtml: not XML, mismatched tag
tasks.xhtml: not XML, mismatched tag
icons.xhtml: svg without its namespace
dropdown.xhtml: svg without its namespace'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
