"""All guides of a site at once, before Sphinx reads any: no Sphinx, no docutils."""
