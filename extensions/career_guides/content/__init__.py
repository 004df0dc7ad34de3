"""Reading one source file and checking its front matter, without Sphinx or docutils."""
