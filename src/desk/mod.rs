//! The officers' tool.
