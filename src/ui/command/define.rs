//! How the [table](super::table) of commands is read: one row says everything about a command that is not what it does.

/// Makes [`Command`](super::Command), the list of all commands and what is known of each.
///
/// First come the commands as they are, then those that are meant for one of several things, with a row for each of these.
macro_rules! commands {
    (
        as they are {
            $( $(#[$doc:meta])* $command:ident = $name:path,
                [$( $($key:ident)+ ),*], $group:ident, $($place:ident)+, [$($mark:ident)*]; )+
        }
        $( $(#[$of_doc:meta])* $of:ident of each $thing:ident {
            $( $which:ident = $of_name:path,
                [$( $($of_key:ident)+ ),*], $of_group:ident, $($of_place:ident)+, [$($of_mark:ident)*]; )+
        } )*
    ) => {
        /// A command. Its name, its keys and its place are looked up in one table, and never written a second time.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command {
            $( $(#[$doc])* $command, )+
            $( $(#[$of_doc])* $of($thing), )*
        }

        impl Command {
            /// Every command, in the order of the rows.
            pub(super) const TABLE: &'static [Self] = &[
                $( Self::$command, )+
                $( $( Self::$of($thing::$which), )+ )*
            ];

            /// What the table says of it.
            pub(super) fn row(self) -> Row {
                match self {
                    $( Self::$command => row!($name, [$( $($key)+ ),*], $group, $($place)+, [$($mark)*]), )+
                    $( $( Self::$of($thing::$which) =>
                        row!($of_name, [$( $($of_key)+ ),*], $of_group, $($of_place)+, [$($of_mark)*]), )+ )*
                }
            }
        }
    };
}

/// A row of the table as it is looked up.
macro_rules! row {
    ($name:path, [$( $($key:ident)+ ),*], $group:ident, $($place:ident)+, [$($mark:ident)*]) => {
        Row {
            name: $name,
            keys: const { &[ $( keys!(Modifiers::NONE; $($key)+) ),* ] },
            group: Group::$group,
            place: place!($($place)+),
            marks: &[ $( Mark::$mark ),* ],
        }
    };
}

/// Keys: what is held, then what is pressed.
macro_rules! keys {
    ($held:expr; CMD $($rest:ident)+) => { keys!($held.plus(Modifiers::COMMAND); $($rest)+) };
    ($held:expr; ALT $($rest:ident)+) => { keys!($held.plus(Modifiers::ALT); $($rest)+) };
    ($held:expr; SHIFT $($rest:ident)+) => { keys!($held.plus(Modifiers::SHIFT); $($rest)+) };
    ($held:expr; $key:ident) => { KeyboardShortcut::new($held, Key::$key) };
}

/// The place in the menu with the icon there.
macro_rules! place {
    (KeysOnly) => {
        None
    };
    ($menu:ident $icon:ident) => {
        Some((Menu::$menu, icons::$icon))
    };
}
