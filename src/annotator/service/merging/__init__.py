"""Taking in what colleagues send: matching, joining, planning, writing, settling."""
