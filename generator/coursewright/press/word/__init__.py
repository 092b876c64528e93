"""A document as Word's DOCX (ECMA-376), and what was filled into one."""
