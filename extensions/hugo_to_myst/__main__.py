"""`python -m hugo_to_myst SITE --out DIR`."""

import sys

from .command import main

sys.exit(main())
