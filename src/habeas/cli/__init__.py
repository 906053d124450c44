"""One verb per public function."""
