"""Import Hugo sites: read a site, write MyST files. Knows nothing of Sphinx, nor of the guides."""
