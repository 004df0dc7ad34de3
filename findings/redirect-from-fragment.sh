#!/usr/bin/env bash
# A rule of _redirects whose source has a fragment, at Netlify and at Cloudflare
#
# Versions: netlify-redirect-parser 14.4.0, miniflare 4.20260730.0; Node.js 20
#
# Guess (for Netlify's parser; none was written for Cloudflare): the rule is dropped,
# since browsers never send a fragment.
#
# Seen:
#   Netlify: "/faq#pay" to "/pay", 0 errors
#   Parsed 1 valid redirect rule.
#   Cloudflare: /faq 301 /pay
#
# Netlify's parser keeps the fragment as part of the path, which no request will ever
# match. Cloudflare's cuts it off, so that one old section takes its whole page away.
# Neither says anything.
#
# Why it matters: whoever moves a section of a page may try such a line. The same file does
# nothing on one host and hides a page on the other.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund netlify-redirect-parser@14.4.0 miniflare@4.20260730.0

mkdir -p site/faq
echo 'questions' > site/faq/index.html
echo '/faq#pay /pay 301' > site/_redirects
cat > ask.mjs <<'JS'
import { Log, LogLevel, Miniflare } from 'miniflare'
import { parseAllRedirects } from 'netlify-redirect-parser'

const { redirects, errors } = await parseAllRedirects({
  redirectsFiles: ['site/_redirects'], configRedirects: [], minimal: true,
})
for (const { from, to } of redirects) {
  console.log(`Netlify: "${from}" to "${to}", ${errors.length} errors`)
}

const host = new Miniflare({
  log: new Log(LogLevel.INFO),
  modules: true,
  script: 'export default {}',
  compatibilityDate: '2026-07-01',
  cf: false,
  assets: { directory: './site', routerConfig: { has_user_worker: false }, assetConfig: {} },
})
const answer = await host.dispatchFetch('http://localhost/faq', { redirect: 'manual' })
console.log(`Cloudflare: /faq ${answer.status} ${answer.headers.get('location')}`)
await host.dispose()
JS
node ask.mjs > log.txt
seen=$(grep -oE 'Netlify: .*|Parsed .* rules?\.|.*invalid.*|Cloudflare: .*' log.txt)
echo "$seen"
expected='Netlify: "/faq#pay" to "/pay", 0 errors
Parsed 1 valid redirect rule.
Cloudflare: /faq 301 /pay'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
