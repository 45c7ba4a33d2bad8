"""What a team exchanges and how it is merged: versions, fields, conflicts. No files, no SQL."""
