//! When to look: the system tells that something may have changed, or time has passed.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};
use std::{fs, thread};

use camino::Utf8Path;
use notify::event::{AccessKind, AccessMode};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::resolve::hangs_on;
use crate::spec;

/// How long nothing more must come before it is time to look: an editor's steps belong together.
const QUIET: Duration = Duration::from_millis(80);
/// When to look even though more keeps coming.
const LONGEST: Duration = Duration::from_secs(1);
/// The interval where the system cannot tell.
const INSTEAD: Duration = Duration::from_secs(1);

/// What says when to look.
#[derive(Debug)]
pub(crate) struct Signals {
    /// The interval that was asked for, in place of what the system tells.
    interval: Option<Duration>,
    source: Source,
    /// Holds one signal at most: any number of them leads to one look.
    sender: SyncSender<()>,
    receiver: Receiver<()>,
}

#[derive(Debug)]
enum Source {
    System { _watcher: RecommendedWatcher },
    Interval { every: Duration, why: Option<String> },
}

/// How it is known when to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hearing<'a> {
    /// The system tells.
    Told,
    /// At an interval, as it was asked for.
    Every(Duration),
    /// At an interval, since the system cannot tell, and why.
    Deaf(Duration, &'a str),
}

impl Signals {
    /// Listens to the system, or to an interval if there is one. What changes from here on is heard of.
    pub(crate) fn listen(specs: &Utf8Path, interval: Option<Duration>) -> Self {
        let (sender, receiver) = sync_channel(1);
        let source = Source::of(specs, interval, &sender);
        Self { interval, source, sender, receiver }
    }

    /// Listens to the folders as they are now.
    pub(crate) fn listen_anew(&mut self, specs: &Utf8Path) {
        // The one before ends when the new one listens, not earlier.
        self.source = Source::of(specs, self.interval, &self.sender);
    }

    /// How it is known when to look.
    pub(crate) fn hearing(&self) -> Hearing<'_> {
        match &self.source {
            Source::System { .. } => Hearing::Told,
            Source::Interval { every, why: None } => Hearing::Every(*every),
            Source::Interval { every, why: Some(why) } => Hearing::Deaf(*every, why),
        }
    }

    /// Waits until it is time to look, or for a time.
    pub(crate) fn wait(&self, at_most: Option<Duration>) {
        if let Source::Interval { every, .. } = &self.source {
            thread::sleep(at_most.map_or(*every, |most| most.min(*every)));
            return;
        }
        let heard = match at_most {
            Some(most) => self.receiver.recv_timeout(most),
            None => self.receiver.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        let latest = Instant::now() + LONGEST;
        let more = || Instant::now() < latest && self.receiver.recv_timeout(QUIET).is_ok();
        while heard.is_ok() && more() {}
    }
}

impl Source {
    fn of(specs: &Utf8Path, interval: Option<Duration>, sender: &SyncSender<()>) -> Self {
        match interval {
            Some(every) => Self::Interval { every, why: None },
            None => match watcher(specs.as_std_path(), sender.clone()) {
                Ok(watcher) => Self::System { _watcher: watcher },
                Err(error) => Self::Interval { every: INSTEAD, why: Some(reason(error)) },
            },
        }
    }
}

/// Listens to all folders that matter: from above to below, so that one which comes meanwhile is told by the one above it.
fn watcher(specs: &Path, sender: SyncSender<()>) -> notify::Result<RecommendedWatcher> {
    let roots = hangs_on(specs);
    let of_handler = roots.clone();
    let handler = move |event: notify::Result<Event>| {
        if event.map_or(true, |event| matters(&event, &of_handler)) {
            // Where one is waiting already, this one says no more than it.
            _ = sender.try_send(());
        }
    };
    let mut watcher = notify::recommended_watcher(handler)?;
    for root in &roots {
        if let Some(above) = root.ancestors().skip(1).find(|folder| folder.is_dir()) {
            listen(&mut watcher, above)?;
        }
    }
    if let Some(folder) = roots.last().filter(|folder| folder.is_dir()) {
        listen(&mut watcher, folder)?;
        for api in folders(folder) {
            listen(&mut watcher, &api)?;
        }
    }
    Ok(watcher)
}

/// Listens to a folder. One that is gone since it was listed was told by the one above it.
fn listen(watcher: &mut RecommendedWatcher, folder: &Path) -> notify::Result<()> {
    match watcher.watch(folder, RecursiveMode::NonRecursive) {
        Err(error) if is_gone(&error.kind) => Ok(()),
        result => result,
    }
}

fn is_gone(kind: &ErrorKind) -> bool {
    match kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory),
        _ => false,
    }
}

/// The folders of APIs. What cannot be listed is told by the run.
fn folders(specs: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(specs) else { return Vec::new() };
    let is_api = |entry: &fs::DirEntry| {
        !spec::is_passed_over(&entry.file_name().to_string_lossy()) && entry.file_type().is_ok_and(|kind| kind.is_dir())
    };
    entries.flatten().filter(is_api).map(|entry| entry.path()).collect()
}

/// Whether an event can be about the specs. What is written beside them is not, and neither is that they were read.
fn matters(event: &Event, roots: &[PathBuf]) -> bool {
    let is_of_reading = matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write));
    let is_near = |path: &PathBuf| roots.iter().any(|root| root.starts_with(path) || path.starts_with(root));
    event.need_rescan() || !is_of_reading && (event.paths.is_empty() || event.paths.iter().any(is_near))
}

/// Why the system cannot tell.
fn reason(error: notify::Error) -> String {
    match error.kind {
        ErrorKind::MaxFilesWatch => "the system's limit of watched folders is reached".to_owned(),
        ErrorKind::Io(error) => error.to_string(),
        kind => notify::Error::new(kind).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, DataChange, Flag, ModifyKind};

    use super::*;

    #[test]
    fn what_happens_beside_the_specs_does_not_matter() {
        let roots = [PathBuf::from("/home/project/specs"), PathBuf::from("/home/real/specs")];
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        let event = |kind, path: &str| Event::new(kind).add_path(PathBuf::from(path));
        for path in ["/home/project/specs", "/home/project/specs/chat/send.yaml", "/home/real", "/home/real/specs"] {
            assert!(matters(&event(written, path), &roots), "{path}");
        }
        for path in ["/home/project/generated", "/home/project/specs2", "/home/other"] {
            assert!(!matters(&event(written, path), &roots), "{path}");
        }
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        assert!(!matters(&event(read, "/home/project/specs/chat/send.yaml"), &roots));
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert!(matters(&event(closed, "/home/project/specs/chat/send.yaml"), &roots));
        assert!(matters(&event(EventKind::Create(CreateKind::Folder), "/home/project/specs/chat"), &roots));
        assert!(matters(&Event::new(EventKind::Other).set_flag(Flag::Rescan), &roots), "events were lost");
    }
}
