"""Where an imported highlight came from."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.execute("ALTER TABLE highlight ADD COLUMN origin TEXT NOT NULL DEFAULT '{}'")
