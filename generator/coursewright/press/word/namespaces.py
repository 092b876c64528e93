"""The names that WordprocessingML and its relationships have in XML (ECMA-376 part 1, 17 and 22.8)."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
