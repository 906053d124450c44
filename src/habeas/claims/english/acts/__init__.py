"""Which acts a sentence names, one module for each way of telling them."""
