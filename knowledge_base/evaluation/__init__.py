"""How right the search is, measured on questions, and its weights, fitted to them."""
