"""Job descriptions: the documents made of a role, its pages, the way out to HR and back."""
