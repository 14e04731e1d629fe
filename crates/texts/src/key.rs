//! The macros that make methods of a table of texts.

/// The arguments of a text as they are declared: shown ones of any kind, or typed ones.
macro_rules! argument {
    () => { &dyn std::fmt::Display };
    ($type:ty) => { $type };
}

/// The method of one entry, with its body.
macro_rules! method {
    ($name:ident = $text:literal) => {
        fn $name(&self) -> &'static str {
            $text
        }
    };
    ($name:ident ($($arg:ident $(: $type:ty)?),+) = $text:literal) => {
        fn $name(&self, $($arg: argument!($($type)?)),+) -> String {
            format!($text)
        }
    };
    ($name:ident ($($arg:ident $(: $type:ty)?),+) => $body:block) => {
        fn $name(&self, $($arg: argument!($($type)?)),+) -> String {
            $body
        }
    };
}

/// The method of one entry, without a body; its documentation is its English text.
macro_rules! declaration {
    ($name:ident = $text:literal) => {
        #[doc = $text]
        fn $name(&self) -> &'static str;
    };
    ($name:ident ($($arg:ident $(: $type:ty)?),+) = $text:literal) => {
        #[doc = $text]
        fn $name(&self, $($arg: argument!($($type)?)),+) -> String;
    };
    ($name:ident ($($arg:ident $(: $type:ty)?),+) => $body:block) => {
        #[doc = concat!("Words that follow their arguments: `", stringify!($name), "`.")]
        fn $name(&self, $($arg: argument!($($type)?)),+) -> String;
    };
}

/// Declares keys of all languages by their English texts: one area of them, as a trait above others.
macro_rules! declare {
    ($(#[$about:meta])* $area:ident: $($above:path),+; $($name:ident $(($($arg:ident $(: $type:ty)?),+))? $(= $text:literal)? $(=> $body:block)?;)+) => {
        $(#[$about])*
        pub trait $area: $($above +)+ {
            $(declaration! { $name $(($($arg $(: $type)?),+))? $(= $text)? $(=> $body)? })+
        }

        impl $area for crate::en::En {
            $(method! { $name $(($($arg $(: $type)?),+))? $(= $text)? $(=> $body)? })+
        }
    };
}

/// Translates the keys of an area into one more language.
macro_rules! translate {
    ($area:ident in $language:ident: $($name:ident $(($($arg:ident $(: $type:ty)?),+))? $(= $text:literal)? $(=> $body:block)?;)+) => {
        impl crate::$area for crate::$language {
            $(method! { $name $(($($arg $(: $type)?),+))? $(= $text)? $(=> $body)? })+
        }
    };
}
