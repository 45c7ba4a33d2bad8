"""What knows languages: segmenters, and guesses of a text's language and direction."""
