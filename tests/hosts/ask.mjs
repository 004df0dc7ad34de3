// What Netlify's parser and Cloudflare's runtime do with a site's _redirects: JSON on stdout.
// Arguments: the folder of the site, then paths that are requested.
import { Log, LogLevel, Miniflare } from 'miniflare'
import { parseAllRedirects } from 'netlify-redirect-parser'

const [site, ...paths] = process.argv.slice(2)
const { redirects, errors } = await parseAllRedirects({
  redirectsFiles: [`${site}/_redirects`], configRedirects: [], minimal: true,
})
const host = new Miniflare({
  log: new Log(LogLevel.ERROR),
  modules: true,
  script: 'export default {}',
  compatibilityDate: '2026-07-01',
  cf: false,
  assets: { directory: site, routerConfig: { has_user_worker: false }, assetConfig: {} },
})
const answers = {}
for (const path of paths) {
  const answer = await host.dispatchFetch(`http://localhost${path}`, { redirect: 'manual' })
  answers[path] = [answer.status, answer.headers.get('location')]
}
await host.dispose()
console.log(JSON.stringify({ redirects, errors: errors.map(String), answers }))
