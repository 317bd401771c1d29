//! What both programs forbid the browser with every answer.
//!
//! The public pages and the desk add these headers, each beside a content policy of its own. They
//! hold whatever the answer is: a page, a picture, a refusal.

/// Names and values.
pub const HEADERS: [(&str, &str); 9] = [
    ("cache-control", "no-store"),
    // Other sites get no referrer. Our own forms keep their Origin, which older browsers drop
    // under `no-referrer` and which the cross-site check needs (decision 0005).
    ("referrer-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    // No window, frame or picture of another site shares a process, a handle or bytes with ours.
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("origin-agent-cluster", "?1"),
    // The names of other doors' sites are not looked up before somebody goes there.
    ("x-dns-prefetch-control", "off"),
    ("permissions-policy", PERMISSIONS_POLICY),
];

/// Nothing that browsers know of but what the pages use: the clipboard, to copy the code to.
/// Source: the registry of policy-controlled features.
const PERMISSIONS_POLICY: &str = "accelerometer=(), autoplay=(), \
     browsing-topics=(), camera=(), clipboard-read=(), clipboard-write=(self), \
     compute-pressure=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), \
     geolocation=(), gyroscope=(), hid=(), idle-detection=(), keyboard-map=(), local-fonts=(), \
     magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), \
     picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), \
     screen-wake-lock=(), serial=(), storage-access=(), sync-xhr=(), usb=(), \
     window-management=(), xr-spatial-tracking=()";
