"""What lists of sanctions propose for objects of promises, so that it need not be sought again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0016_tied")]  # noqa: RUF012 - as Django writes them

    operations = [  # noqa: RUF012
        migrations.CreateModel(
            name="IndexProposed",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("found", models.TextField()),
            ],
        ),
    ]
