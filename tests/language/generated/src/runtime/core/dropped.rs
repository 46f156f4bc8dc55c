//! Items that a list could not take, so that those behind them keep the index under which they came.

use super::Pointer;

/// The indices that lists lost while they were read, by the place of the list.
#[derive(Debug, Default)]
pub(crate) struct Dropped(Vec<(String, Vec<usize>)>);

impl Dropped {
    pub(crate) const fn none() -> Self {
        Self(Vec::new())
    }

    /// A list lost the item that came with this index; of one list they are told in their order.
    pub(crate) fn add(&mut self, list: &Pointer, index: usize) {
        let list = list.to_text();
        match self.0.iter_mut().find(|(other, _)| *other == list) {
            Some((_, indices)) => indices.push(index),
            None => self.0.push((list, vec![index])),
        }
    }

    pub(crate) fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Where the value came from that stands here now.
    pub(crate) fn original(&self, now: Pointer) -> Pointer {
        if self.0.is_empty() {
            return now;
        }
        let mut place = String::new();
        for token in now.to_text().split('/').skip(1) {
            let lost = self.0.iter().find(|(list, _)| *list == place).map(|(_, indices)| indices);
            place.push('/');
            match (lost, token.parse()) {
                (Some(lost), Ok(index)) => place.push_str(&before(lost, index).to_string()),
                _ => place.push_str(token),
            }
        }
        Pointer::text(place)
    }
}

/// The index of an item before these were lost.
fn before(lost: &[usize], index: usize) -> usize {
    lost.iter().fold(index, |index, lost| if *lost <= index { index + 1 } else { index })
}
