"""Pure values and algorithms: spans, edits, the highlight index, sentences, offsets, records."""
