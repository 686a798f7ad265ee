"""The words of each answer, shared by its screen, page and documents."""
