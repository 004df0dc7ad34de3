"""Pay and employment of occupations: releases of a survey. No Sphinx, no docutils."""
