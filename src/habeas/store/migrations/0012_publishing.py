"""Editions before they go out: proposals, approvals, and how many are asked for."""

from django.db import migrations, models
from django.db.models.deletion import PROTECT

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("store", "0011_sealing")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", KEY.clone()),
                ("digest", models.CharField(max_length=64)),
                ("title", models.TextField()),
                ("as_of", models.DateField()),
                ("known_at", models.DateTimeField()),
                ("known_number", models.PositiveBigIntegerField()),
                ("withheld", models.PositiveIntegerField()),
                ("rejected", models.PositiveIntegerField()),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", KEY.clone()),
                ("digest", models.CharField(max_length=64)),
                ("approved", models.BooleanField()),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="approvals", to="store.proposal"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PublishingRule",
            fields=[
                ("id", KEY.clone()),
                ("approvals", models.PositiveIntegerField()),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
