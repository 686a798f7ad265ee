"""Pages and pictures, built as element trees."""
