"""How people write: characters of one script for another, numbers in words, width, case, signs."""
