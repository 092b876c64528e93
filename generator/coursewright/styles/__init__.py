"""The look: one file of tokens, and the style sheets that use them."""
