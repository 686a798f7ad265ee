"""Who somebody is, question by question: what to ask next, and what an answer tells."""
