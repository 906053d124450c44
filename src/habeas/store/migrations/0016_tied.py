"""What readings tie together, so that their texts need not be parsed again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0015_promises")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="IndexTied",
            fields=[
                ("reading", models.BigIntegerField(primary_key=True, serialize=False)),
                ("spans", models.TextField()),
            ],
        ),
    ]
