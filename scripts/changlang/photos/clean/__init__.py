"""What image files carry beside their pixels: one module a format, none of which decodes anything."""
