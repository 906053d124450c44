"""Turn the values of an Edition into what a page shows; no request, no database."""
