//! `docwright watch`: no save is lost, whatever way it is written, and only what is new is told.
//!
//! What a report says is waited for, never a time.

use std::fs::{self, File, FileTimes};
use std::io::{self, BufRead as _, BufReader, PipeReader, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use docwright_tests::project::Project;
use serde_json::Value;

use crate::DOCWRIGHT;

/// How long a line is waited for: much longer than a slow machine takes.
const PATIENCE: Duration = Duration::from_secs(60);
/// The line that ends a report.
const WAITING: &str = "Waiting for changes in ";
/// The spec that is changed.
const SPEC: &str = "specs/example/create_note.yaml";

/// A running `docwright watch`, which ends with it.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn start(project: &Project, arguments: &[&str]) -> Self {
        let mut command = project.command();
        command.arg("watch").args(arguments);
        Self::of(command)
    }

    /// What it says to people and to programs comes in one order.
    fn of(mut command: Command) -> Self {
        let (reader, writer) = io::pipe().unwrap();
        command.stdin(Stdio::null()).stdout(writer.try_clone().unwrap()).stderr(writer);
        let child = command.spawn().unwrap();
        drop(command);
        Self { child, lines: lines(reader) }
    }

    /// Ends it by a signal; the signal that it says to have ended by.
    #[cfg(unix)]
    fn end(&mut self, signal: &str) -> Option<i32> {
        use std::os::unix::process::ExitStatusExt as _;
        assert!(Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap().success());
        ended(&mut self.child).signal()
    }

    /// The lines up to the one that holds a text.
    fn until(&self, text: &str) -> String {
        let (mut said, end) = (String::new(), Instant::now() + PATIENCE);
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(line) = self.lines.recv_timeout(left) else { panic!("no line holds {text:?}:\n{said}") };
            said = said + &line + "\n";
            if line.contains(text) {
                return said;
            }
        }
    }

    /// The next report.
    fn report(&self) -> String {
        self.until(WAITING)
    }

    /// The reports up to one that holds a text: a save in several steps may be seen in several runs.
    fn report_with(&self, text: &str) -> String {
        let (mut all, end) = (String::new(), Instant::now() + PATIENCE);
        while Instant::now() < end {
            let report = self.report();
            all += &report;
            if report.contains(text) {
                return all;
            }
        }
        panic!("no report holds {text:?}:\n{all}")
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// How a program ended, which must be soon.
fn ended(child: &mut Child) -> ExitStatus {
    let end = Instant::now() + PATIENCE;
    loop {
        match child.try_wait().unwrap() {
            Some(status) => return status,
            None if Instant::now() > end => panic!("it goes on"),
            None => thread::sleep(Duration::from_millis(20)),
        }
    }
}

fn lines(reader: PipeReader) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for line in BufReader::new(reader).lines().map_while(Result::ok) {
            _ = sender.send(line);
        }
    });
    receiver
}

/// A project of one endpoint, with its crate.
fn project() -> Project {
    let project = Project::empty(DOCWRIGHT).unwrap();
    assert_eq!(project.run(["init", "--name", "watched-clients"]).unwrap().code, 0);
    let first = project.run(["generate"]).unwrap();
    assert_eq!(first.code, 0, "{}", first.stderr);
    project
}

/// The spec with a key that is none, by which a report shows that this very text was read.
fn with_key(project: &Project, key: &str) -> String {
    let text = project.read(SPEC).unwrap();
    let right = text.split_inclusive('\n').filter(|line| !line.starts_with("wrong_"));
    right.collect::<String>() + key + ": 1\n"
}

/// Writes a file at once: nobody sees half of it.
fn save(project: &Project, path: &str, text: &str) {
    project.write("saved", text).unwrap();
    fs::rename(project.path("saved"), project.path(path)).unwrap();
}

/// Changes a file at once; see [`Project::replace`].
fn edit(project: &Project, path: &str, from: &str, to: &str) {
    let text = project.read(path).unwrap();
    assert!(text.contains(from), "{path} does not hold {from:?}");
    save(project, path, &text.replace(from, to));
}

/// A way to save a text.
type Save = fn(&Project, &str) -> io::Result<()>;

#[test]
fn a_save_is_seen_however_an_editor_writes_it() {
    let ways: [(&str, Save); 7] = [
        ("in place", |project, text| fs::write(project.path(SPEC), text)),
        ("beside it, and renamed over it", |project, text| {
            project.write("specs/example/.create_note.yaml.new", text)?;
            fs::rename(project.path("specs/example/.create_note.yaml.new"), project.path(SPEC))
        }),
        ("outside, and moved over it", |project, text| {
            project.write("elsewhere", text)?;
            fs::rename(project.path("elsewhere"), project.path(SPEC))
        }),
        ("anew, with the old one as a copy", |project, text| {
            project.write("specs/example/4913", "")?;
            project.remove("specs/example/4913")?;
            fs::rename(project.path(SPEC), project.path(&format!("{SPEC}~")))?;
            project.write(SPEC, text)
        }),
        ("renamed twice", |project, text| {
            let (new, old) =
                (project.path(&format!("{SPEC}___jb_tmp___")), project.path(&format!("{SPEC}___jb_old___")));
            fs::write(&new, text)?;
            fs::rename(project.path(SPEC), &old)?;
            fs::rename(&new, project.path(SPEC))?;
            fs::remove_file(&old)
        }),
        ("removed and made anew", |project, text| {
            project.remove(SPEC)?;
            thread::sleep(Duration::from_millis(150));
            project.write(SPEC, text)
        }),
        ("in pieces", |project, text| {
            let mut file = File::create(project.path(SPEC))?;
            for piece in text.as_bytes().chunks(text.len() / 3) {
                file.write_all(piece)?;
                // Longer than a pause that ends a save: half of the file is read, and must not be the last word.
                thread::sleep(Duration::from_millis(150));
            }
            Ok(())
        }),
    ];
    for arguments in [&[][..], &["--poll=0.1"]] {
        let project = project();
        let watch = Watch::start(&project, arguments);
        watch.report();
        for (at, (way, save)) in ways.iter().enumerate() {
            let key = format!("wrong_{at}");
            save(&project, &with_key(&project, &key)).unwrap();
            let said = watch.report_with(&format!("`{key}` is no key"));
            let last = said.trim_end().rsplit("Changed: ").next().unwrap();
            assert!(last.contains("1 error in 1 file"), "{way}: {last}");
        }
        project.write(SPEC, with_key(&project, "")).unwrap();
        edit(&project, SPEC, "\n: 1\n", "\n");
        watch.report_with("Read `specs`");
    }
}

/// What is written by another name of the file, as by another machine, the system tells to nobody who listens to the folder.
#[cfg(unix)]
#[test]
fn where_it_is_asked_for_it_looks_unasked() {
    let project = project();
    fs::hard_link(project.path(SPEC), project.path("elsewhere")).unwrap();
    let watch = Watch::start(&project, &["--poll=0.1"]);
    let first = watch.report();
    assert!(first.contains(", looking every 0.1 s; Ctrl-C ends it\n"), "{first}");
    for (from, to) in [("method: ", "wrong_a: "), ("wrong_a: ", "wrong_b: ")] {
        // In place, and not long after what was seen last.
        project.replace("elsewhere", from, to).unwrap();
        watch.report_with(&format!("`{}` is no key", to.trim_end_matches(": ")));
    }
}

#[test]
fn folders_may_come_and_go() {
    let project = project();
    let watch = Watch::start(&project, &[]);
    watch.report();

    // An API, moved in at once, and edited where it is then.
    project.overlay(&project.path("specs/example"), "outside").unwrap();
    fs::rename(project.path("outside"), project.path("specs/second")).unwrap();
    watch.report_with("2 APIs, 2 endpoints");
    let spec = "specs/second/create_note.yaml";
    edit(&project, spec, "method: ", "wrong_a: ");
    watch.report_with("`wrong_a` is no key");

    // Another folder under the same name.
    project.overlay(&project.path("specs/example"), "outside").unwrap();
    fs::rename(project.path("specs/second"), project.path("before")).unwrap();
    fs::rename(project.path("outside"), project.path("specs/second")).unwrap();
    watch.report_with("`generated` is up to date");
    edit(&project, "before/create_note.yaml", "wrong_a: ", "wrong_b: ");
    edit(&project, spec, "method: ", "wrong_c: ");
    let said = watch.report_with("`wrong_c` is no key");
    assert!(!said.contains("wrong_b"), "a folder that is elsewhere now is of no interest: {said}");
    fs::remove_dir_all(project.path("specs/second")).unwrap();
    watch.report_with("1 API, 1 endpoint");

    // All of the specs, gone and there again; what is above them too.
    fs::rename(project.path("specs"), project.path("away")).unwrap();
    watch.report_with("error[no-specs]");
    fs::rename(project.path("away"), project.path("specs")).unwrap();
    watch.report_with("Read `specs`");
    edit(&project, SPEC, "method: ", "wrong_d: ");
    watch.report_with("`wrong_d` is no key");
    edit(&project, SPEC, "wrong_d: ", "method: ");
    watch.report_with("Read `specs`");

    edit(&project, "specs/docwright.yaml", "../generated", "../clients");
    watch.report_with("Wrote `clients`: ");
    assert!(project.read("clients/Cargo.toml").unwrap().contains("watched-clients"));
}

#[test]
fn a_project_that_goes_may_come_again() {
    let project = project();
    fs::create_dir(project.path("above")).unwrap();
    for name in ["specs", "generated"] {
        fs::rename(project.path(name), project.path(&format!("above/{name}"))).unwrap();
    }
    let watch = Watch::start(&project, &["--specs", "above/specs/example/.."]);
    watch.report();
    fs::rename(project.path("above"), project.path("away")).unwrap();
    watch.report_with("error[no-specs]");
    fs::rename(project.path("away"), project.path("above")).unwrap();
    watch.report_with("Read `specs`");
    let spec = "above/specs/example/create_note.yaml";
    edit(&project, spec, "method: ", "wrong: ");
    watch.report_with("`wrong` is no key");
    edit(&project, spec, "wrong: ", "\nwrong: ");
    let again = watch.report_with("`wrong` is no key");
    assert!(again.contains(&format!("Changed: `{SPEC}`\n")), "{again}");
}

#[cfg(unix)]
#[test]
fn specs_behind_a_link_are_followed() {
    use std::os::unix::fs::symlink;
    let project = project();
    fs::create_dir(project.path("releases")).unwrap();
    fs::rename(project.path("specs"), project.path("releases/one")).unwrap();
    project.overlay(&project.path("releases/one"), "releases/two").unwrap();
    edit(&project, "releases/two/example/create_note.yaml", "method: ", "wrong_two: ");
    symlink("releases/one", project.path("specs")).unwrap();
    let watch = Watch::start(&project, &[]);
    watch.report();

    edit(&project, "releases/one/example/create_note.yaml", "method: ", "wrong_one: ");
    watch.report_with("`wrong_one` is no key");
    symlink("releases/two", project.path("next")).unwrap();
    fs::rename(project.path("next"), project.path("specs")).unwrap();
    watch.report_with("`wrong_two` is no key");
    // What the link points to is replaced, far from the link.
    fs::rename(project.path("releases/two"), project.path("releases/old")).unwrap();
    watch.report_with("error[no-specs]");
    fs::rename(project.path("releases/one"), project.path("releases/two")).unwrap();
    watch.report_with("`wrong_one` is no key");
}

#[test]
fn only_what_is_new_is_told() {
    let project = project();
    project.overlay(&project.path("specs/example"), "specs/second").unwrap();
    let (first, second) = (SPEC, "specs/second/create_note.yaml");
    edit(&project, first, "doc: How the note is shown.", "dok: How the note is shown.");
    edit(&project, second, "doc: How the note is shown.", "dok: How the note is shown.");
    let watch = Watch::start(&project, &[]);
    let all = watch.report();
    assert!(all.contains(first) && all.contains(second) && all.contains("2 errors in 2 files"), "{all}");
    assert!(all.contains("Nothing was written."), "{all}");

    // Lines move: what stands below them is the same finding, and is shown as its file was touched.
    edit(&project, second, "method: POST", "\n\nmethod: POST");
    let moved = watch.report();
    assert!(moved.starts_with(&format!("Changed: `{second}`\n")), "{moved}");
    assert!(moved.contains(&format!("--> {second}:")) && !moved.contains(&format!("--> {first}:")), "{moved}");
    assert!(moved.contains("As before: 1 error; `docwright check` shows them\n"), "{moved}");
    assert!(!moved.contains("No longer found"), "{moved}");

    edit(&project, second, "dok: ", "doc: ");
    let mended = watch.report();
    assert!(!mended.contains("error[") && mended.contains("As before: 1 error; "), "{mended}");
    assert!(mended.contains("No longer found: 1\n"), "{mended}");

    edit(&project, first, "dok: ", "doc: ");
    let fine = watch.report();
    assert!(fine.contains("No longer found: 1\nRead `specs`: 2 APIs, 2 endpoints\nWrote `generated`: "), "{fine}");

    // What a change does to a file that did not change is new.
    edit(&project, "specs/docwright.yaml", "output: ../generated", "output: ../specs/generated");
    let moved = watch.report();
    assert!(moved.contains("error[bad-output]") && !moved.contains("As before"), "{moved}");
    assert!(!(all + &mended + &fine + &moved).contains('\u{1b}'), "no terminal, no escapes");
}

#[test]
fn a_run_leads_to_no_other_and_a_touch_to_none() {
    let project = project();
    let watch = Watch::start(&project, &[]);
    watch.report();
    for (from, to) in [("Adds", "Takes"), ("Takes", "Keeps")] {
        edit(&project, SPEC, &format!("doc: {from} a note"), &format!("doc: {to} a note"));
        let report = watch.report();
        assert!(report.starts_with(&format!("Changed: `{SPEC}`\n")), "{report}");
        assert!(report.contains("Wrote `generated`: "), "{report}");
        save(&project, SPEC, &project.read(SPEC).unwrap());
        let now = FileTimes::new().set_modified(SystemTime::now());
        File::options().write(true).open(project.path(SPEC)).unwrap().set_times(now).unwrap();
        for copy in [".create_note.yaml.swp", "#create_note.yaml#", "create_note.yaml~", "notes.md"] {
            project.write(&format!("specs/example/{copy}"), "of an editor, or a person").unwrap();
        }
        // Long enough for a run that should not be to be there; where a machine is slower, nothing fails.
        thread::sleep(Duration::from_millis(400));
    }
    edit(&project, "specs/example/api.yaml", "title: Example", "title: Notes");
    let report = watch.report();
    assert!(report.starts_with("Changed: `specs/example/api.yaml`\n"), "there was no run in between: {report}");
}

#[test]
fn a_change_in_the_middle_of_a_run_leads_to_another() {
    let project = project();
    let watch = Watch::start(&project, &[]);
    watch.report();
    let lock = File::options().write(true).create(true).truncate(false).open(project.path("generated/.docwright/lock"));
    let lock = lock.unwrap();
    lock.lock().unwrap();
    edit(&project, SPEC, "doc: Adds a note", "doc: First adds a note");
    watch.until("Waiting for another run of docwright, which is at work on `generated`");
    edit(&project, SPEC, "doc: First adds a note", "doc: Then adds a note");
    lock.unlock().unwrap();
    let first = watch.report();
    assert!(first.contains("Wrote `generated`: "), "{first}");
    let second = watch.report();
    assert!(second.contains("Wrote `generated`: "), "{second}");
    assert!(project.read("generated/src/example/create_note.rs").unwrap().contains("Then adds a note"));
}

#[test]
fn constant_changes_put_no_run_off() {
    let project = project();
    let watch = Watch::start(&project, &[]);
    watch.report();
    let text = project.read(SPEC).unwrap();
    thread::scope(|scope| {
        let (stop, stopped) = channel::<()>();
        let storm = scope.spawn(|| {
            let stopped = stopped;
            let mut count = 0;
            while stopped.recv_timeout(Duration::from_millis(1)).is_err_and(|error| error == RecvTimeoutError::Timeout)
            {
                count += 1;
                project.write(SPEC, format!("{text}# {count}\n")).unwrap();
                project.write(&format!("specs/example/.{}", count % 100), "").unwrap();
            }
            project.write(SPEC, format!("{text}wrong_last: 1\n")).unwrap();
        });
        watch.report();
        watch.report();
        assert!(!storm.is_finished());
        drop(stop);
        watch.report_with("`wrong_last` is no key");
    });
}

/// The system drops events when nobody reads them, and says so.
#[cfg(target_os = "linux")]
#[test]
fn events_that_the_system_dropped_are_made_up_for() {
    let project = project();
    let watch = Watch::start(&project, &[]);
    watch.report();
    let most = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").unwrap();
    let most: usize = most.trim().parse().unwrap();
    if most > 100_000 {
        println!("skipped: the queue of events takes {most} here");
        return;
    }
    let signal = |name: &str| {
        let id = watch.child.id().to_string();
        assert!(Command::new("kill").args([name, &id]).status().unwrap().success());
    };
    signal("-STOP");
    // Beside the specs, so that none of these is a reason to look; in turns, since equal events become one.
    for count in 0..=most / 2 {
        File::create(project.path(&format!("noise{}", count % 2))).unwrap();
    }
    edit(&project, SPEC, "method: ", "wrong: ");
    signal("-CONT");
    watch.report_with("`wrong` is no key");
}

#[test]
fn the_crate_is_looked_at_while_it_stands_in_the_way() {
    let project = project();
    let watch = Watch::start(&project, &[]);
    watch.report();
    let generated = project.read("generated/src/lib.rs").unwrap();
    project.write("generated/src/lib.rs", "mine").unwrap();
    edit(&project, SPEC, "doc: Adds a note", "doc: Takes a note");
    let refused = watch.report();
    assert!(refused.contains("error[crate-edited]") && refused.contains("Nothing was written to `generated`."));
    save(&project, "generated/src/lib.rs", &generated);
    let settled = watch.report_with("Wrote `generated`: ");
    assert!(settled.starts_with("Changed: the crate\nNo longer found: 1\n"), "{settled}");

    // A folder stands where the lock goes, for a while.
    project.remove("generated/.docwright/lock").unwrap();
    fs::create_dir(project.path("generated/.docwright/lock")).unwrap();
    edit(&project, SPEC, "doc: Takes a note", "doc: Keeps a note");
    let refused = watch.report();
    assert!(refused.contains("error[crate-foreign]") && !refused.contains("Wrote"), "{refused}");
    fs::remove_dir(project.path("generated/.docwright/lock")).unwrap();
    let settled = watch.report_with("Wrote `generated`: ");
    assert!(settled.contains("    updated src/example/create_note.rs\n"), "{settled}");

    let check = Watch::start(&project, &["--check"]);
    assert!(check.report().starts_with("`specs` is right, and `generated` is what it says: "));
    drop(watch);
    edit(&project, SPEC, "doc: Keeps a note", "doc: Adds a note");
    assert!(check.report().contains("error[crate-stale]"));
    assert_eq!(project.run(["generate"]).unwrap().code, 0);
    assert!(check.report_with("`generated` is what it says").contains("Changed: the crate\n"));
}

#[test]
fn what_is_broken_at_the_start_is_watched_and_what_is_nowhere_is_not() {
    let project = project();
    let text = project.read("specs/docwright.yaml").unwrap();
    project.write("specs/docwright.yaml", "language: [1").unwrap();
    let watch = Watch::start(&project, &[]);
    assert!(watch.report().contains("specs/docwright.yaml:1"));
    project.write("specs/docwright.yaml", &text).unwrap();
    watch.report_with("`generated` is up to date");
    drop(watch);

    project.write("specs/docwright.yaml", "language: [1").unwrap();
    let watch = Watch::start(&project, &["--format", "json", "--poll=0.1"]);
    let next = || -> Value { serde_json::from_str(&watch.lines.recv_timeout(PATIENCE).unwrap()).unwrap() };
    let broken = next();
    assert_eq!((&broken["diagnostics"][0]["id"], &broken["written"]), (&"yaml-syntax".into(), &Value::Null));
    save(&project, "specs/docwright.yaml", &text);
    let right = next();
    assert_eq!((&right["diagnostics"], &right["changed"][0]), (&Value::Array(vec![]), &"specs/docwright.yaml".into()));
    assert_eq!(right["written"]["folder"], "generated");

    let elsewhere = Project::empty(DOCWRIGHT).unwrap();
    let lost = elsewhere.run(["watch", "--format", "json"]).unwrap();
    assert_eq!((lost.code, lost.stderr.as_str(), lost.stdout.lines().count()), (1, "", 1), "{}", lost.stdout);
    assert!(lost.stdout.contains("\"no-specs\""), "{}", lost.stdout);
    let lost = elsewhere.run(["watch"]).unwrap();
    assert_eq!(lost.code, 1);
    assert!(lost.stderr.contains("error[no-specs]") && lost.stderr.contains("--specs DIR"), "{}", lost.stderr);
}

#[test]
fn programs_get_a_line_for_each_run() {
    let project = project();
    let watch = Watch::start(&project, &["--format", "json"]);
    let next = || -> Value { serde_json::from_str(&watch.lines.recv_timeout(PATIENCE).unwrap()).unwrap() };
    let first = next();
    assert_eq!((&first["changed"], &first["diagnostics"]), (&Value::Array(vec![]), &Value::Array(vec![])));
    assert_eq!(first["written"]["folder"], "generated");
    for _ in 0..2 {
        edit(&project, SPEC, "method: ", "\nmethod: ");
        assert_eq!(next()["changed"][0], SPEC);
    }
    edit(&project, SPEC, "method: ", "methd: ");
    let broken = next();
    assert_eq!(broken["diagnostics"][0]["id"], "unknown-key");
    edit(&project, "specs/example/api.yaml", "title: ", "\ntitle: ");
    assert_eq!(next()["diagnostics"], broken["diagnostics"], "programs get all that is found");
}

#[test]
fn it_ends_with_its_reader() {
    let project = project();
    let mut command = project.command();
    let mut child =
        command.arg("watch").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    while !line.contains(WAITING) {
        line.clear();
        reader.read_line(&mut line).unwrap();
    }
    drop(reader);
    edit(&project, SPEC, "doc: Adds a note", "doc: Takes a note");
    assert_eq!(ended(&mut child).code(), Some(0), "nobody reads any more");
}

#[cfg(unix)]
#[test]
fn where_the_system_cannot_tell_it_looks() {
    let project = project();
    let mut command = Command::new("sh");
    // Too few open files for the system's watch, and enough to read one after the other.
    command.args(["-c", "ulimit -n 5 && exec \"$0\" watch --check", DOCWRIGHT]).current_dir(project.path(""));
    let watch = Watch::of(command);
    let first = watch.report();
    assert!(first.contains("looking every 1 s as with `--poll`, since the system cannot tell of them: "), "{first}");
    edit(&project, SPEC, "method: ", "wrong: ");
    watch.report_with("`wrong` is no key");
}

#[cfg(unix)]
#[test]
fn interrupted_at_any_time_it_leaves_a_crate_that_the_next_run_completes() {
    let project = project();
    for delay in [0, 10, 40, 120] {
        let mut watch = Watch::start(&project, &[]);
        watch.report();
        fs::remove_dir_all(project.path("generated/src")).unwrap();
        project.write(SPEC, with_key(&project, "").replace("\n: 1\n", "\n") + "# again\n").unwrap();
        thread::sleep(Duration::from_millis(90 + delay));
        // Not by INT, as a terminal does: what was begun in the background of a script passes on that it is ignored.
        assert_eq!(watch.end("-TERM"), Some(15));
        let completed = project.run(["generate"]).unwrap();
        assert_eq!(completed.code, 0, "after {delay} ms: {}", completed.stderr);
        assert_eq!(project.run(["check"]).unwrap().code, 0);
    }
}

/// On a terminal each report begins on an empty screen, and what stood there is moved up, not wiped out.
#[cfg(unix)]
#[test]
fn a_terminal_is_cleared() {
    use nix::pty::{Winsize, openpty};
    use std::io::Read as _;
    let project = project();
    let size = Winsize { ws_row: 30, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 };
    let terminal = openpty(&size, None).unwrap();
    let mut command = project.command();
    command.env("TERM", "xterm").arg("watch").stdin(Stdio::null());
    command.stdout(terminal.slave.try_clone().unwrap()).stderr(terminal.slave);
    let mut child = command.spawn().unwrap();
    drop(command);
    let mut screen = File::from(terminal.master);
    let mut report = || {
        let (mut said, mut buffer) = (String::new(), [0; 4096]);
        while !said.contains("Ctrl-C ends it") {
            let count = screen.read(&mut buffer).unwrap();
            said += &String::from_utf8_lossy(&buffer[..count]);
        }
        said
    };
    let clear = format!("{}\u{1b}[H\u{1b}[J", "\r\n".repeat(29));
    let first = report();
    edit(&project, SPEC, "method: ", "wrong: ");
    let second = report();
    _ = child.kill();
    _ = child.wait();
    assert!(first.starts_with(&clear), "{first:?}");
    let (rest, shown) = second.split_once(&clear).unwrap_or_else(|| panic!("{second:?}"));
    assert!(!rest.contains("Changed") && shown.contains("`wrong` is no key"), "{second:?}");
    assert!(shown.contains("\u{1b}[1m\u{1b}[91merror"), "with colours: {shown:?}");
}
