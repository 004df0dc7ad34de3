"""Pay and employment of occupations, from releases of a survey, without Sphinx or docutils."""
