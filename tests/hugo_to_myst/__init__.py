"""Tests of the importer of Hugo sites."""
