"""Problems in authors' files: their kinds, their wording, and where they are reported."""
