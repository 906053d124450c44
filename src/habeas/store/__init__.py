"""The only private database: tables, migrations, load, save."""
