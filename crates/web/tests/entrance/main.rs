//! Who is let in where: signing in, what each role and each token may, and that no organisation sees another.

mod audit;
mod isolation;
mod people;
mod roles;
mod scene;
mod sign_in;
