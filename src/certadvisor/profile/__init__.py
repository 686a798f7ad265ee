"""What is known of people: profiles, and the counting of their evidence."""
