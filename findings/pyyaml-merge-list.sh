#!/usr/bin/env bash
# Which mapping of a merge list counts changes between two patch releases
#
# Versions: PyYAML 6.0.3, PyYAML 6.0.4
#
# Guess: of `<<: [*one, *two]`, the first mapping that has a key gives its value, as YAML's
# page on the type "merge" says (https://yaml.org/type/merge.html), in both releases.
#
# Seen:
#   6.0.3 [('pay', 1), ('y', 2), ('x', 1)]
#   6.0.4 [('pay', 2), ('x', 1), ('y', 2)]
#
# 6.0.4 lets the last one win, and gives the keys in another order. A single alias, and keys
# beside the merge key, mean the same in both.
#
# Why it matters: front matter and configuration that share defaults this way change their
# values after an update of the third number of a version, without a message.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > merge.py <<'PY'
import yaml

text = """
one: &one {pay: 1, x: 1}
two: &two {pay: 2, y: 2}
both:
  <<: [*one, *two]
"""
print(yaml.__version__, list(yaml.safe_load(text)["both"].items()))
PY
for release in PyYAML==6.0.3 PyYAML==6.0.4; do
  python3 -m venv "$release"
  "$release/bin/pip" -qq install --disable-pip-version-check "$release"
done
seen=$("PyYAML==6.0.3/bin/python" merge.py; "PyYAML==6.0.4/bin/python" merge.py)
echo "$seen"
expected="6.0.3 [('pay', 1), ('y', 2), ('x', 1)]
6.0.4 [('pay', 2), ('x', 1), ('y', 2)]"
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
