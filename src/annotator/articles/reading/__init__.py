"""What several readers need: files within limits, canonical texts, titles."""
