//! The limits of a plan file, all in one place. They are far above what anybody plans and keep a hostile file
//! from eating the machine.

/// Largest file, in bytes (256 MiB).
pub const FILE_BYTES: u64 = 256 * MIB;
/// Largest file of house rules, in bytes (1 MiB).
pub const HOUSE_BYTES: u64 = MIB;
/// Most moments, in lanes and in the tray together.
pub const MOMENTS: usize = 200_000;
/// Longest text of one field, in bytes (1 MiB). The data of a picture is not such a text.
pub const TEXT_BYTES: usize = MIB as usize;
/// Most pictures.
pub const PICTURES: usize = 512;
/// Largest size of all pictures together, in bytes (256 MiB).
pub const PICTURE_BYTES: u64 = 256 * MIB;
/// Most links of one moment.
pub const LINKS: usize = 10_000;

/// Deepest nesting of brackets; a plan of ours has 8. Half of what the reader of RON allows by itself, so that it is
/// safe on the small stack of a worker thread.
pub const DEPTH: usize = 64;

/// Largest file of a picture that is added, in bytes (64 MiB).
pub const ADDED_PICTURE_BYTES: u64 = 64 * MIB;
/// Longest side of a picture that is added, in pixels.
pub const ADDED_PICTURE_SIDE: u32 = 16_384;
/// Most pixels of a picture that is added.
pub const ADDED_PICTURE_PIXELS: u64 = 64_000_000;
/// Most memory that decoding one picture may take, in bytes (256 MiB).
pub const DECODE_BYTES: u64 = 256 * MIB;
/// Longest side of a picture as it is kept, in pixels.
pub const KEPT_PICTURE_SIDE: u32 = 2048;

const MIB: u64 = 1024 * 1024;

/// "1 MiB", "256 MiB": a size as messages name it, rounded down to whole mebibytes.
#[must_use]
pub fn readable(bytes: u64) -> String {
    format!("{} MiB", bytes / MIB)
}
