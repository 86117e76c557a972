"""What each kind of page shows: title, description and the records that its template lays out."""
