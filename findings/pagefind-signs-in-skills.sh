#!/usr/bin/env bash
# Pagefind asked for C++, C# and R
#
# Versions: pagefind 1.5.2 with pagefind[bin]; Node.js 20
#
# Guess: "C++" finds the page with C++, "C#" the one with C#, and "R" the one with
# the word R first; in quotes they are looked for exactly.
#
# Seen:
#   C++    /cc /cpp /cs /c
#   C#     /cc /cpp /cs /c
#   "C++"  nothing
#   R      /rd /r /rn
#
# Signs are dropped: C++ and C# are the word "c". First comes a page about clinical codes,
# for R one about R&D. In quotes C++ finds nothing at all.
#
# Why it matters: programming languages are what people look for in documentation, and in
# guides to careers, and these queries lead to other pages first.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check 'pagefind[bin]==1.5.2' pagefind_bin==1.5.2

cat > index.py <<'PY'
import asyncio
from pagefind.index import IndexConfig, PagefindIndex

PAGES = {
    'c': 'The C language is old.',
    'cpp': 'We write C++ here.',
    'cs': 'We write C# here.',
    'cc': 'Clinical C code',
    'r': 'Statistics in R are easy.',
    'rd': 'R&amp;D manager',
    'rn': 'A nurse (RN)',
}

async def main():
    async with PagefindIndex(config=IndexConfig(output_path='out/pagefind')) as index:
        for name, text in PAGES.items():
            await index.add_html_file(url=f'/{name}', content=(
                f'<html lang=en><title>Guide</title><h1>Guide</h1><p>{text}</p></html>'))

asyncio.run(main())
PY
venv/bin/python index.py
cat > ask.mjs <<'JS'
// Pagefind's own pagefind.js, with as much of a browser as it asks for.
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve('out')
globalThis.fetch = async url => {
  const bytes = fs.readFileSync(path.join(root, new URL(url, 'http://localhost/').pathname))
  return new Response(bytes)
}
globalThis.window = globalThis
globalThis.location = new URL('http://localhost/')
globalThis.document = {
  querySelector: () => ({ getAttribute: () => 'en' }),
  documentElement: { getAttribute: () => 'en', lang: 'en' },
}
const pagefind = await import(path.join(root, 'pagefind/pagefind.js'))
await pagefind.options({ basePath: 'http://localhost/pagefind/', baseUrl: '/', noWorker: true })
for (const query of ['C++', 'C#', '"C++"', 'R']) {
  const { results } = await pagefind.search(query)
  const pages = await Promise.all(results.map(result => result.data()))
  console.log(query.padEnd(6), pages.map(page => page.url).join(' ') || 'nothing')
}
process.exit(0)
JS
seen=$(node ask.mjs)
echo "$seen"
expected='C++    /cc /cpp /cs /c
C#     /cc /cpp /cs /c
"C++"  nothing
R      /rd /r /rn'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
