//! The limits of everything that is read: plans, pictures, tables, rules, templates, preferences. They are far above what
//! anybody plans and keep a hostile file from eating the machine. Each has one message, where it is applied.

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
/// Most notes of one lane.
pub const NOTES: usize = 1000;

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

/// Largest file of a table that is imported, in bytes (64 MiB).
pub const TABLE_BYTES: usize = 64 << 20;
/// Most rows of a sheet.
pub const TABLE_ROWS: u32 = 200_000;
/// Most columns of a sheet.
pub const TABLE_COLUMNS: u16 = 200;
/// Longest text of a cell, in characters: what spreadsheets themselves allow.
pub const CELL_TEXT: usize = 32_767;
/// Most cells that hold something, in all sheets together.
pub const CELLS: usize = 2_000_000;
/// Most bytes of text in all cells together (128 MiB): many cells can share one long text in a small file.
pub const CELLS_TEXT: usize = 128 << 20;
/// Most sheets.
pub const SHEETS: usize = 200;
/// Most bytes that a workbook may unpack to (512 MiB).
pub const WORKBOOK_BYTES: u64 = 512 << 20;
/// A workbook may unpack to this many times its size.
pub const WORKBOOK_RATIO: u64 = 100;
/// Most parts of a workbook.
pub const WORKBOOK_PARTS: usize = 10_000;
/// Largest file of answers about the columns of a table, in bytes (1 MiB).
pub const MAP_BYTES: u64 = MIB;
/// Longest text that is pasted as a table, in bytes (1 MiB).
pub const PASTED_BYTES: usize = 1 << 20;

/// Most moments that are shared as pages: as a deck, a web page or a picture. A table takes them all.
pub const PAGED_MOMENTS: usize = 10_000;

/// Largest presentation in which a plan is looked for, in bytes (64 MiB).
pub const DECK_BYTES: usize = 64 << 20;
/// Most parts of one.
pub const DECK_PARTS: usize = 40_000;
/// Largest part that may hold a plan, unpacked, in bytes (96 MiB).
pub const DECK_PART_BYTES: u64 = 96 << 20;
/// A part may be this many times larger than it is packed …
pub const DECK_PART_RATIO: u64 = 100;
/// … once it is larger than this (4 MiB): small parts pack well and harm nobody.
pub const DECK_PART_HARMLESS: u64 = 4 << 20;

/// Largest file of a template of the user's own, in bytes (8 MiB).
pub const TEMPLATE_BYTES: u64 = 8 * MIB;
/// Largest file of preferences, in bytes (1 MiB).
pub const PREFS_BYTES: u64 = MIB;

const MIB: u64 = 1024 * 1024;

/// "1 MiB", "256 MiB": a size as messages name it, rounded down to whole mebibytes.
#[must_use]
pub fn readable(bytes: u64) -> String {
    format!("{} MiB", bytes / MIB)
}
