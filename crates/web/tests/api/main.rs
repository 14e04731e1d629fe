//! The REST API, asked as programs ask it, without a socket. Every answer of every test is held against the document.

mod document;
mod lists;
mod refusals;
mod road;
mod scene;
mod shape;
mod writes;
