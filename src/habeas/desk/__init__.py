"""The desk: where people review what was read, decide, and publish."""
