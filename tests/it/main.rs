//! The one integration test binary; each part is a module.

mod vectors;
