"""What readers say for everybody: comments, votes, tags, proposals, reports; persons and editions beside them."""
