#!/usr/bin/env bash
# What docutils' parser of reStructuredText makes for each list
#
# Version: docutils 0.22.4
#
# Guess: parsers of nested text are kept for the next one (there is a cache of them), so a
# page with a hundred lists makes few more states than a page with one.
#
# Seen:
#   0 lists: 15 states, 172 transitions
#   1 lists: 45 states, 516 transitions
#   100 lists: 1515 states, 17372 transitions
#
# The cache is for the text in the items. Each list makes a machine with all fifteen states
# and their transitions, of which it uses two or three.
#
# Why it matters: manuals are full of lists (also of fields and definitions), and builders
# look for their time in extensions and themes.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip -qq install --disable-pip-version-check docutils==0.22.4

cat > count.py <<'PY'
from docutils.core import publish_doctree
from docutils.statemachine import State

states = transitions = 0
make_state, make_transition = State.__init__, State.make_transition


def count_state(self, *args, **kwargs):
    global states
    states += 1
    make_state(self, *args, **kwargs)


def count_transition(self, *args, **kwargs):
    global transitions
    transitions += 1
    return make_transition(self, *args, **kwargs)


State.__init__, State.make_transition = count_state, count_transition
for number in (0, 1, 100):
    states = transitions = 0
    publish_doctree('Before.\n\n* one\n* two\n\n' * number or 'Before.\n')
    print(f'{number} lists: {states} states, {transitions} transitions')
PY
seen=$(venv/bin/python count.py)
echo "$seen"
expected='0 lists: 15 states, 172 transitions
1 lists: 45 states, 516 transitions
100 lists: 1515 states, 17372 transitions'
[ "$seen" = "$expected" ] || { echo 'This is not what was seen.' >&2; exit 1; }
