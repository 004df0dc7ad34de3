"""One source file: its front matter, read and checked line by line. No Sphinx, no docutils."""
