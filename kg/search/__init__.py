"""Finding documents: by the words of their texts, by filters, by what people call them."""
