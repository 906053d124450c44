"""Editions of lists of sanctions."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0004_audit")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.TextField()),
                ("day", models.DateField()),
                ("digest", models.CharField(max_length=64)),
                ("size", models.BigIntegerField()),
                ("format", models.TextField()),
                ("entries", models.PositiveIntegerField()),
                ("file", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("title", "day", "digest"), name="snapshot_once")
                ],
            },
        ),
    ]
