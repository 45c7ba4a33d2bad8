"""Files from elsewhere, whatever is in them: read within limits, decoded, unpacked, parsed."""
