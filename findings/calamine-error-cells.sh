#!/usr/bin/env bash
# Error cells of a workbook, read by python-calamine
#
# Versions: python-calamine 0.9.1, openpyxl 3.1.5
#
# Guess: both give the text of the error, "#N/A" and "#DIV/0!".
#
# Seen:
#   openpyxl ['#N/A', '#DIV/0!', None]
#   calamine ['', '', '']
#
# calamine gives an empty string for an error and for an empty cell alike.
#
# Why it matters: whoever moves to calamine for its speed can no longer tell a figure
# that the spreadsheet failed to compute from one that was withheld or never
# entered, and a check for "#" in the column finds nothing more.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5

cat > cells.py <<'PY'
import openpyxl
import python_calamine

book = openpyxl.Workbook()
book.active.append(['missing', 'failed', 'empty', 'last'])
book.active.append(['#N/A', '#DIV/0!', None, 'x'])  # openpyxl stores both as errors
assert [cell.data_type for cell in book.active[2]] == ['e', 'e', 'n', 's']
book.save('pay.xlsx')

values = list(openpyxl.load_workbook('pay.xlsx').active.values)[1]
print('openpyxl', list(values[:3]))
sheet = python_calamine.load_workbook('pay.xlsx').get_sheet_by_index(0)
print('calamine', sheet.to_python()[1][:3])
PY
seen=$(venv/bin/python cells.py)
echo "$seen"
expected="openpyxl ['#N/A', '#DIV/0!', None]
calamine ['', '', '']"
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
