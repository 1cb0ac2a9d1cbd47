"""The author's inbox: what readers write about their papers, and how one becomes known as an author."""
