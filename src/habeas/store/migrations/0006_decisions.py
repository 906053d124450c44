"""Decisions about claims and assumptions, and what claims were corrected to."""

from django.db import migrations, models
from django.db.models import Q
from django.db.models.deletion import PROTECT

KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("store", "0005_snapshot")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="ClaimDecision",
            fields=[
                ("id", KEY.clone()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="decisions", to="store.document"
                    ),
                ),
                ("claim", models.TextField()),
                ("resolution", models.TextField()),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="AssumptionDecision",
            fields=[
                ("id", KEY.clone()),
                ("assumption", models.TextField()),
                ("kind", models.TextField()),
                ("resolution", models.TextField()),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="AssumptionClaim",
            fields=[
                ("id", KEY.clone()),
                ("position", models.PositiveIntegerField()),
                ("claim", models.TextField()),
                (
                    "decision",
                    models.ForeignKey(
                        db_index=False, on_delete=PROTECT, to="store.assumptiondecision"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("decision", "position"), name="assumptionclaim_position"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="publication",
            name="rejected",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name="claim",
            name="reading",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=PROTECT,
                related_name="claims",
                to="store.reading",
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="decision",
            field=models.ForeignKey(
                null=True, on_delete=PROTECT, related_name="claims", to="store.claimdecision"
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=Q(reading__isnull=False, decision__isnull=True)
                | Q(reading__isnull=True, decision__isnull=False),
                name="claim_of_reading_or_decision",
            ),
        ),
    ]
