"""The same output in less time, for any Sphinx project."""
