"""Invitations."""

from django.conf import settings
from django.db import migrations, models
from django.db.models.deletion import PROTECT


class Migration(migrations.Migration):
    initial = True
    dependencies = [  # noqa: RUF012 - as Django writes them
        migrations.swappable_dependency(settings.AUTH_USER_MODEL)
    ]

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("role", models.TextField()),
                ("first", models.BooleanField(default=False)),
                ("note", models.TextField()),
                ("made_by", models.TextField()),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("used_by", models.TextField(default="")),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "renews",
                    models.ForeignKey(
                        null=True,
                        on_delete=PROTECT,
                        related_name="renewals",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]
