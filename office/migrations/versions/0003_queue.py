"""The queue: procrastinate's own schema, in the version that requirements/app.txt pins."""

from alembic import op
from procrastinate.schema import SchemaManager

revision = "0003_queue"
down_revision = "0002_gateway"
branch_labels = None
depends_on = None

_DROP = """
DROP TABLE procrastinate_events, procrastinate_periodic_defers, procrastinate_jobs, procrastinate_workers CASCADE;
DO $$
DECLARE doomed record;
BEGIN
    FOR doomed IN SELECT oid::regprocedure AS name FROM pg_proc WHERE proname LIKE 'procrastinate\\_%' LOOP
        EXECUTE 'DROP FUNCTION ' || doomed.name;
    END LOOP;
END $$;
DROP TYPE procrastinate_job_to_defer_v1, procrastinate_job_event_type, procrastinate_job_status;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(SchemaManager.get_schema().replace("%", "%%"))


def downgrade() -> None:
    op.get_bind().exec_driver_sql(_DROP.replace("%", "%%"))
