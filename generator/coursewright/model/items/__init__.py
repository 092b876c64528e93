"""Items: what people are asked. A file a type; `interaction` has the shapes that everyone else knows."""
