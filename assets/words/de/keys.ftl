# German of src/words/keys.rs: names of keys as they stand on a German keyboard.

keys-key-Ctrl = Strg
keys-key-Alt = Alt
keys-key-Shift = Umschalt
keys-key-Left = ←
keys-key-Right = →
keys-key-Up = ↑
keys-key-Down = ↓
keys-key-Enter = Eingabe
keys-key-Escape = Esc
keys-key-Space = Leertaste
keys-key-Tab = Tab
keys-key-Delete = Entf
keys-key-Backspace = Rücktaste
keys-key-Insert = Einfg
keys-key-Home = Pos 1
keys-key-End = Ende
keys-key-PageUp = Bild ↑
keys-key-PageDown = Bild ↓
keys-key-Menu = Menü
