#!/usr/bin/env bash
# The date of a page whose html_last_updated_fmt has a year of two figures
#
# Versions: Sphinx 9.0.4, Babel 2.18.0
#
# Guess: each directive of strftime gives what strftime gives.
#
# Seen (built on the day on the left, with '%d.%m.%Y' and with '%d.%m.%y'):
#   2024-12-29  29.12.2024  29.12.24
#   2024-12-30  30.12.2024  30.12.25
#   2025-12-28  28.12.2025  28.12.25
#   2025-12-29  29.12.2025  29.12.26
#
# Of the two, %Y becomes Babel's "yyyy", the year of the day, and %y becomes "YY", the year
# that the week belongs to.
#
# Why it matters: what is built in the last days of such a year claims on every page to have
# been updated at the end of the next one. It lasts a few days and is in the footer, where
# nobody looks for it.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check sphinx==9.0.4 docutils==0.22.4 babel==2.18.0

mkdir site
echo "html_theme = 'basic'" > site/conf.py
printf 'Nurse\n=====\n' > site/index.rst
seen=$(
  for day in 2024-12-29 2024-12-30 2025-12-28 2025-12-29; do
    export SOURCE_DATE_EPOCH=$(date -u -d "$day 12:00" +%s)
    printf '%s' "$day"
    for format in '%d.%m.%Y' '%d.%m.%y'; do
      venv/bin/sphinx-build -q -W -E -D html_last_updated_fmt="$format" site out
      printf '  %s' "$(sed -n 's/ *Last updated on \(.*\)\.$/\1/p' out/index.html)"
    done
    echo
  done
)
echo "$seen"
expected='2024-12-29  29.12.2024  29.12.24
2024-12-30  30.12.2024  30.12.25
2025-12-28  28.12.2025  28.12.25
2025-12-29  29.12.2025  29.12.26'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
