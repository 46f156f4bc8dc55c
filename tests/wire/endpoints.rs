//! The five endpoints: the page's sample to the byte, and the documented answer.

mod ninety_nine_digital;
mod omnidesk;
mod pland;
mod superoffice;
