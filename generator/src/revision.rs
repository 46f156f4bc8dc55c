//! Specs of another time: those of a revision of git, read without touching the work tree.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::process::{Command, Output, Stdio};

use camino::{Utf8Path, Utf8PathBuf};
use tempfile::TempDir;

use crate::diagnostic::{Diagnostic, Id};
use crate::spec::{MAX_FILE, PROJECT_FILE};

/// Specs that can be read: in a folder that is there, or that goes with this value.
#[derive(Debug)]
pub struct Revision {
    /// The folder with `docwright.yaml`.
    pub specs: Utf8PathBuf,
    /// How the folder is shown: `main:specs`.
    pub shown: Option<String>,
    /// Whether it is a revision without any specs, from before the first ones.
    pub is_without_specs: bool,
    /// Of a revision of git: its name.
    name: Option<String>,
    _folder: Option<TempDir>,
}

impl Revision {
    /// What shown paths of a revision of git begin with, in front of what is a path from the root of the repository: `main:`.
    #[must_use]
    pub fn prefix(&self) -> Option<String> {
        self.name.as_ref().map(|name| format!("{name}:"))
    }

    /// Specs of a folder, or of a revision, `REVISION` or `REVISION:FOLDER`; without a folder, the one in which the project's
    /// specs stand now. A folder that is there wins over a revision of the same name.
    ///
    /// # Errors
    /// Where there is neither; with the way out.
    pub fn find(given: &str, current: &Utf8Path, specs: Option<&Utf8Path>) -> Result<Self, Diagnostic> {
        if given.is_empty() {
            return Err(Diagnostic::new(Id::NoRevision, "no old specs are named")
                .help("name the folder of docwright.yaml, or a revision of git"));
        }
        let folder = current.join(without_file(given));
        for folder in [folder.clone(), folder.join("specs")] {
            if folder.join(PROJECT_FILE).is_file() {
                let shown = Some(without_file(given).trim_end_matches('/').to_owned());
                return Ok(Self { specs: folder, shown, is_without_specs: false, name: None, _folder: None });
            }
        }
        if folder.is_dir() && (given.contains('/') || given.starts_with('.')) {
            return Err(Diagnostic::new(Id::NoSpecs, format!("`{given}` holds no docwright.yaml"))
                .help("name the folder of docwright.yaml, or a revision of git"));
        }
        Self::of_git(given, current, specs)
    }

    fn of_git(given: &str, current: &Utf8Path, specs: Option<&Utf8Path>) -> Result<Self, Diagnostic> {
        let (name, folder) = parted(given);
        if name.is_empty() {
            return Err(Diagnostic::new(Id::NoRevision, format!("`{given}` names no revision"))
                .help("a revision stands in front of the colon: `HEAD:specs`; what is staged alone is not compared"));
        }
        let git = Git { folder: specs.unwrap_or(current) };
        let is_named = folder.is_some();
        let folder = match folder {
            Some(folder) if folder.starts_with('.') => {
                // As git has it: from the current folder.
                let current = Git { folder: current }.prefix(given)?;
                below(&current, folder).ok_or_else(|| {
                    Diagnostic::new(Id::NoRevision, format!("`{given}` leads out of the repository"))
                        .help("without a dot, the folder is named from the root of the repository")
                })?
            }
            Some(folder) => without_file(folder).trim_matches('/').to_owned(),
            None => git.prefix(given)?,
        };
        let tree = git.tree(name, given)?;
        let files = git.list(&tree, &folder)?;
        if !files.iter().any(|file| file.path == PROJECT_FILE) {
            if !is_named && !git.list(&tree, "")?.iter().any(|file| without_file(&file.path) != file.path) {
                let (specs, shown) = (Utf8PathBuf::new(), Some(name.to_owned()));
                return Ok(Self { specs, shown, is_without_specs: true, name: None, _folder: None });
            }
            let path = Utf8Path::new(&folder).join(PROJECT_FILE);
            return Err(Diagnostic::new(Id::NoSpecs, format!("the revision `{name}` has no `{path}`"))
                .help("where the specs stood elsewhere, name the folder: `REVISION:FOLDER`"));
        }
        let temporary = TempDir::with_prefix("docwright-").map_err(|error| cannot_keep(&error))?;
        let root = Utf8Path::from_path(temporary.path())
            .ok_or_else(|| cannot_keep(&io::Error::other("the path of the temporary folder is not UTF-8")))?
            .join("specs");
        git.read(&files, &root)?;
        let (shown, name) = (Some(format!("{name}:{folder}")), Some(name.to_owned()));
        Ok(Self { specs: root, shown, is_without_specs: false, name, _folder: Some(temporary) })
    }
}

/// A revision and a folder: what stands in braces belongs to the revision (`main@{10:00}`), and a text of a message
/// (`:/fixed`) is one as a whole.
fn parted(given: &str) -> (&str, Option<&str>) {
    if given.starts_with(":/") {
        return (given, None);
    }
    let mut depth = 0_usize;
    let colon = given.find(|char| {
        match char {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        char == ':' && depth == 0
    });
    colon.and_then(|at| Some((given.get(..at)?, given.get(at + 1..)))).unwrap_or((given, None))
}

/// The folder of a path that may be that of `docwright.yaml`.
fn without_file(path: &str) -> &str {
    match path.strip_suffix(PROJECT_FILE) {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    }
}

/// A path from a folder; none where it leads out of what the folder is in.
fn below(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in without_file(path).split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A file of a revision.
#[derive(Debug)]
struct File {
    /// Below the folder of specs.
    path: String,
    /// The id of its content.
    id: String,
    is_link: bool,
}

/// The command, run in a folder.
struct Git<'f> {
    folder: &'f Utf8Path,
}

impl Git<'_> {
    /// The folder of specs, below the top of the work tree.
    fn prefix(&self, given: &str) -> Result<String, Diagnostic> {
        let output = self.run(&["rev-parse", "--show-prefix"])?;
        if !output.status.success() {
            return Err(Diagnostic::new(Id::NoRevision, format!("`{given}` is no folder with specs"))
                .help("outside of a repository of git, two folders are compared: `docwright diff OLD NEW`"));
        }
        Ok(text(&output.stdout).trim_end_matches(['\n', '/']).to_owned())
    }

    /// The id of the tree of a revision.
    fn tree(&self, name: &str, given: &str) -> Result<String, Diagnostic> {
        // In two steps, since what stands behind the text of a message (`:/fixed`) belongs to it.
        let mut id = name.to_owned();
        for kind in ["", "^{tree}"] {
            let revision = format!("{id}{kind}");
            let output = self.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &revision])?;
            text(&output.stdout).trim().clone_into(&mut id);
            if !output.status.success() || !is_id(&id) {
                id.clear();
                break;
            }
        }
        if !id.is_empty() {
            return Ok(id);
        }
        if !self.run(&["rev-parse", "--git-dir"])?.status.success() {
            return Err(Diagnostic::new(Id::NoRevision, format!("`{given}` is no folder with specs"))
                .help("outside of a repository of git, two folders are compared: `docwright diff OLD NEW`"));
        }
        let diagnostic = Diagnostic::new(Id::NoRevision, format!("git knows no revision `{name}`"));
        if let Some((old, new)) = name.split_once("..").filter(|(old, _)| !old.is_empty()) {
            // Three dots are since both had parted.
            let (old, new) = match new.strip_prefix('.') {
                Some("") => (format!("$(git merge-base {old} HEAD)"), ""),
                Some(new) => (format!("$(git merge-base {old} {new})"), new),
                None => (old.to_owned(), new),
            };
            let command = format!("docwright diff {old} {new}");
            return Err(diagnostic.help(format!("two revisions are two arguments: `{}`", command.trim_end())));
        }
        let shallow = self.run(&["rev-parse", "--is-shallow-repository"])?;
        Err(if text(&shallow.stdout).trim() == "true" {
            diagnostic
                .help("this clone is shallow and may lack it: `git fetch --unshallow`, or `git fetch origin` with its name")
                .help("in a GitHub workflow, `actions/checkout` takes `fetch-depth: 0`")
        } else {
            diagnostic.help("`git fetch` gets those of others; `git branch --all` and `git tag` list them")
        })
    }

    /// The files of a folder of a tree.
    fn list(&self, tree: &str, folder: &str) -> Result<Vec<File>, Diagnostic> {
        let mut arguments = vec!["--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", tree];
        let below = format!("{folder}/");
        if !folder.is_empty() {
            arguments.extend(["--", &below]);
        }
        let output = self.run(&arguments)?;
        if !output.status.success() {
            return Err(failed(&output));
        }
        let mut files = Vec::new();
        for entry in output.stdout.split(|byte| *byte == 0).filter(|entry| !entry.is_empty()) {
            let entry = text(entry);
            let Some((meta, path)) = entry.split_once('\t') else { continue };
            let mut meta = meta.split(' ');
            let (Some(mode), Some("blob"), Some(id)) = (meta.next(), meta.next(), meta.next()) else { continue };
            let path = path.strip_prefix(&below).unwrap_or(path);
            files.push(File { path: path.to_owned(), id: id.to_owned(), is_link: mode == "120000" });
        }
        Ok(files)
    }

    /// Writes the files below a folder.
    fn read(&self, files: &[File], root: &Utf8Path) -> Result<(), Diagnostic> {
        // An answer begins before the last question is asked: these are written by another thread.
        let mut child = self
            .command(&["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| no_git(&error))?;
        let (Some(mut questions), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(cannot_keep(&io::Error::other("no pipe to git")));
        };
        let ids = files.iter().flat_map(|file| [file.id.as_str(), "\n"]).collect::<String>();
        let asking = std::thread::spawn(move || questions.write_all(ids.as_bytes()));
        let written = write_files(files, root, &mut io::BufReader::new(answers));
        // Where writing failed, git may still be talking.
        _ = child.kill();
        _ = child.wait();
        _ = asking.join();
        written.map_err(|error| cannot_keep(&error))
    }

    fn run(&self, arguments: &[&str]) -> Result<Output, Diagnostic> {
        self.command(arguments).stdin(Stdio::null()).output().map_err(|error| no_git(&error))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.folder).args(arguments);
        // Nothing is written, and messages are not shown.
        command.env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C").stderr(Stdio::null());
        command
    }
}

/// Writes what `git cat-file --batch` answers: a line `ID blob SIZE`, the bytes, a line end.
fn write_files(files: &[File], root: &Utf8Path, answers: &mut impl io::BufRead) -> io::Result<()> {
    fs::create_dir_all(root)?;
    for file in files {
        let mut line = String::new();
        answers.read_line(&mut line)?;
        let size = line.trim_end().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok());
        let size = size.ok_or_else(|| io::Error::other(format!("git does not have the content of `{}`", file.path)))?;
        let path = root.join(&file.path);
        if !path.starts_with(root) || file.path.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return Err(io::Error::other(format!("git has a file of the name `{}`", file.path)));
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        // One byte more than is read tells that it is too big.
        let kept = size.min(MAX_FILE + 1);
        let mut content = Vec::new();
        (&mut *answers).take(kept).read_to_end(&mut content)?;
        io::copy(&mut (&mut *answers).take(size - kept + 1), &mut io::sink())?;
        if file.is_link {
            link(&content, &path)?;
        } else {
            fs::write(&path, content)?;
        }
    }
    Ok(())
}

/// A link stays one, so that it is refused as any link is.
#[cfg(unix)]
fn link(to: &[u8], path: &Utf8Path) -> io::Result<()> {
    std::os::unix::fs::symlink(text(to), path)
}

#[cfg(not(unix))]
fn link(_: &[u8], path: &Utf8Path) -> io::Result<()> {
    Err(io::Error::other(format!("`{path}` is a link")))
}

fn is_id(text: &str) -> bool {
    text.len() >= 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn no_git(error: &io::Error) -> Diagnostic {
    Diagnostic::new(Id::Io, format!("cannot run git: {error}"))
        .help("install git, or compare two folders: `docwright diff OLD NEW`")
}

fn failed(output: &Output) -> Diagnostic {
    Diagnostic::new(Id::Io, format!("git ended with {}", output.status)).help("see whether `git fsck` finds a fault")
}

fn cannot_keep(error: &io::Error) -> Diagnostic {
    Diagnostic::new(Id::Io, format!("cannot read the specs of the revision: {error}"))
        .help("they are kept in the folder for temporary files while they are read")
}
