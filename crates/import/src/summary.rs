//! What an import brings, in figures that a person understands.
