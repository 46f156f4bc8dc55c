//! Work that is spread over the cores of the machine.
//!
//! Results come in the order of the items, so that nothing that is generated depends on how many threads made it.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// More threads than these cost memory and gain little: reading and writing files does not get faster.
const MOST: usize = 8;

/// How many threads share the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Threads(usize);

impl Threads {
    /// One for each core that this process may use.
    pub(crate) fn of_machine() -> Self {
        Self(thread::available_parallelism().map_or(1, NonZero::get).min(MOST))
    }

    /// The number of threads that tests ask for.
    #[cfg(test)]
    pub(crate) const fn exactly(count: usize) -> Self {
        Self(count)
    }

    /// What becomes of each item, in the order of the items. A panic of the work is passed on.
    pub(crate) fn map<T, I, R>(self, items: I, work: impl Fn(T) -> R + Sync) -> Vec<R>
    where
        I: IntoIterator<Item = T, IntoIter: ExactSizeIterator + Send>,
        R: Send,
    {
        let items = items.into_iter();
        let threads = self.0.min(items.len());
        if threads < 2 {
            return items.map(work).collect();
        }
        let items = Mutex::new(items.enumerate());
        let next = || items.lock().unwrap_or_else(PoisonError::into_inner).next();
        let share = || {
            let mut done = Vec::new();
            while let Some((index, item)) = next() {
                done.push((index, work(item)));
            }
            done
        };
        let mut results = thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(share)).collect();
            let mut results = share();
            for other in others {
                results.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
            }
            results
        });
        results.sort_unstable_by_key(|(index, _)| *index);
        results.into_iter().map(|(_, result)| result).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Threads;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..1000).collect();
        let squares: Vec<usize> = items.iter().map(|item| item * item).collect();
        for count in [1, 2, 7, 2000] {
            assert_eq!(Threads::exactly(count).map(&items, |item| item * item), squares);
        }
        assert_eq!(Threads::exactly(4).map(Vec::<usize>::new(), |item| item), Vec::<usize>::new());
    }

    #[test]
    #[should_panic(expected = "no seven")]
    fn a_panic_is_passed_on() {
        Threads::exactly(3).map([1, 7, 2], |item| assert!(item != 7, "no seven"));
    }
}
