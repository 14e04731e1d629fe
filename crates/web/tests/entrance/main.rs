//! Who is let in where: signing in, what each role and each token may, and that no organisation sees another. And what
//! nobody can make the pages do: every test here walks the table of routes, so that a new address is tried by itself.

mod audit;
mod browser;
mod hostile;
mod identity_provider;
mod isolation;
mod oidc;
mod oidc_refused;
mod outage;
mod people;
mod privacy;
mod roles;
mod scene;
mod sign_in;
mod sizes;
