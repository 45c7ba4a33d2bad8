"""What several formats need; nothing here knows any of them."""
