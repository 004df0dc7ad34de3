#!/usr/bin/env bash
# Short forms of pay figures: Babel beside what browsers print
#
# Versions: Babel 2.18.0; Node.js 20 (its Intl.NumberFormat is that of browsers)
#
# Guess: 999,999 dollars become $1M, and 82,500 become $83K. (None was written for German,
# which was run beside them.)
#
# Seen:
#   999999 en: Babel $1000K, Intl $1M
#   82500 en: Babel $82K, Intl $83K
#   83500 en: Babel $84K, Intl $84K
#   82500 de: Babel 82500 $, Intl 82.500 $
#
# Babel chooses the unit before it rounds, so it reaches "$1000K"; it rounds halves to
# the even digit, so 82,500 and 83,500 lie $2K apart; and the digits of a
# language without a short form for thousands are not grouped.
#
# Why it matters: a static table from Babel and a chart in the browser show different
# figures for the same occupation, and sorted bands gain a "$1000K".

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check babel==2.18.0

cat > short.py <<'PY'
import subprocess
from babel.numbers import format_compact_currency

for amount, locale in [(999_999, 'en'), (82_500, 'en'), (83_500, 'en'), (82_500, 'de')]:
    ours = format_compact_currency(amount, 'USD', locale=locale)
    theirs = subprocess.check_output(
        ['node', '-p', f"new Intl.NumberFormat('{locale}', {{style: 'currency', currency: 'USD', "
         f"notation: 'compact', maximumFractionDigits: 0}}).format({amount})"],
        text=True).strip()
    print(f'{amount} {locale}: Babel {ours}, Intl {theirs}'.replace('\xa0', ' '))
PY
seen=$(venv/bin/python short.py)
echo "$seen"
expected='999999 en: Babel $1000K, Intl $1M
82500 en: Babel $82K, Intl $83K
83500 en: Babel $84K, Intl $84K
82500 de: Babel 82500 $, Intl 82.500 $'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
