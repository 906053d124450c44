"""Who may do what at the desk."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0007_restrictions")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="RoleDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField(db_index=True)),
                ("role", models.TextField(null=True)),
                ("reason", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
