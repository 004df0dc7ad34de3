"""Import Hugo sites: read a site, write guides. Knows nothing of Sphinx."""

from __future__ import annotations

from .config import NotHugoError
from .importer import import_site
from .report import KINDS, Finding, Report
from .table import TableError

__all__ = ["KINDS", "Finding", "NotHugoError", "Report", "TableError", "import_site"]
