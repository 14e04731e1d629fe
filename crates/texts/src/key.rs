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

/// Declares the keys of all languages by their English texts.
macro_rules! declare {
    ($($name:ident $(($($arg:ident $(: $type:ty)?),+))? $(= $text:literal)? $(=> $body:block)?;)+) => {
        /// Every text that people read, by its meaning.
        pub trait Texts: Sync {
            $(declaration! { $name $(($($arg $(: $type)?),+))? $(= $text)? $(=> $body)? })+
        }

        /// English.
        #[derive(Debug)]
        pub(crate) struct En;

        impl Texts for En {
            $(method! { $name $(($($arg $(: $type)?),+))? $(= $text)? $(=> $body)? })+
        }
    };
}

/// Translates the keys into one more language.
macro_rules! translate {
    ($language:ident: $($name:ident $(($($arg:ident $(: $type:ty)?),+))? $(= $text:literal)? $(=> $body:block)?;)+) => {
        impl crate::Texts for $language {
            $(method! { $name $(($($arg $(: $type)?),+))? $(= $text)? $(=> $body)? })+
        }
    };
}
