//! The generated clients over real sockets: what goes out to the byte, and what is read.

mod adapter;
mod answering;
mod answers;
mod arguments;
mod bounds;
mod delivery;
mod endpoints;
mod own_clients;
mod policy;
mod providers;
mod proxy;
mod receiving;
mod redirects;
mod refused;
mod samples;
mod secrets;
mod server;
mod shown;
mod tls;
