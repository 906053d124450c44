"""Audit records, in a chain that begins with what the register holds already."""

from typing import Any

from django.db import migrations, models


def begin(apps: Any, _: Any) -> None:
    """Give a record to everything that was there before."""
    from habeas.store.audit import begin_chain

    begin_chain(lambda name: apps.get_model("store", name))


class Migration(migrations.Migration):
    dependencies = [("store", "0003_withdrawal")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("title", models.TextField()),
                ("as_of", models.DateField()),
                ("known_at", models.DateTimeField()),
                ("withheld", models.PositiveIntegerField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="AuditRecord",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(db_index=True)),
                ("by", models.TextField()),
                ("change", models.CharField(max_length=32)),
                ("row", models.BigIntegerField()),
                ("about", models.TextField()),
                ("reason", models.TextField()),
                ("content", models.CharField(max_length=64)),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("change", "row"), name="audit_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ChainHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField()),
                ("hash", models.CharField(max_length=64)),
                ("at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
