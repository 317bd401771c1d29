//! `meldpunt demo`: a made-up organisation that works for real.
