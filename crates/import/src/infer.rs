//! What a team's own rows say about it: how many things at a time, on which days and hours, how much is taken up
//! by what no row shows.
