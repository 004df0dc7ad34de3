"""Search by Pagefind for any Sphinx project."""
