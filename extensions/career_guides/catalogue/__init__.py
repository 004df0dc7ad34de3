"""All guides of a site together, before Sphinx reads any of them, without Sphinx or docutils."""
