"""What readers let everybody see: comments, stars, tags; and the corrections that they propose."""
