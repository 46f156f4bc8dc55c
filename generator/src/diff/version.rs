//! Whether the version of the crate says what its changes ask of it, by Cargo's rules.
//!
//! <https://doc.rust-lang.org/cargo/reference/semver.html>

use semver::Version;

use crate::diagnostic::Bump;

/// What is to be said of the version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The version of the old crate.
    pub old: String,
    /// The version of the new crate.
    pub new: String,
    /// What the changes ask for; nothing where there are none.
    pub bump: Option<Bump>,
    /// The least version that says so.
    pub least: String,
    /// Whether the new crate's is that, or later.
    pub suffices: bool,
}

impl Verdict {
    /// Of the first specs, which may have any version.
    #[must_use]
    pub fn of_the_first(version: &str) -> Self {
        let version = version.to_owned();
        Self { old: version.clone(), new: version.clone(), bump: None, least: version, suffices: true }
    }

    /// Judges the step from one version to another. A version that is none by Cargo's rules never suffices.
    pub(super) fn of(old: &str, new: &str, bump: Option<Bump>) -> Self {
        let versions = (Version::parse(old), Version::parse(new));
        let (least, suffices) = match versions {
            (Ok(before), Ok(after)) => {
                let least = bump.map_or_else(|| before.clone(), |bump| least(&before, bump));
                (least.to_string(), after >= least)
            }
            _ => (old.to_owned(), false),
        };
        Self { old: old.to_owned(), new: new.to_owned(), bump, least, suffices }
    }
}

/// The least version after a change: before 1.0 the minor number is the breaking one, before 0.1 the patch number.
fn least(old: &Version, bump: Bump) -> Version {
    let mut least = Version::new(old.major, old.minor, old.patch);
    if !old.pre.is_empty() {
        // A release comes after what was published before it.
        return least;
    }
    match (bump, old.major, old.minor) {
        (Bump::Major, 1.., _) => least = Version::new(old.major + 1, 0, 0),
        (Bump::Minor, 1.., _) => least = Version::new(old.major, old.minor + 1, 0),
        (Bump::Major, 0, 1..) => least = Version::new(0, old.minor + 1, 0),
        _ => least.patch += 1,
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_breaking_number_is_the_first_that_is_not_zero() {
        for (old, bump, expected) in [
            ("1.2.3", Bump::Major, "2.0.0"),
            ("1.2.3", Bump::Minor, "1.3.0"),
            ("1.2.3", Bump::Patch, "1.2.4"),
            ("0.2.3", Bump::Major, "0.3.0"),
            ("0.2.3", Bump::Minor, "0.2.4"),
            ("0.2.3", Bump::Patch, "0.2.4"),
            ("0.0.3", Bump::Major, "0.0.4"),
            ("0.0.3", Bump::Minor, "0.0.4"),
            ("1.0.0-rc.1", Bump::Major, "1.0.0"),
        ] {
            assert_eq!(Verdict::of(old, old, Some(bump)).least, expected, "{old} {bump:?}");
            assert!(!Verdict::of(old, old, Some(bump)).suffices, "{old} {bump:?}");
            assert!(Verdict::of(old, expected, Some(bump)).suffices, "{old} {bump:?}");
        }
        assert!(Verdict::of("0.1.0", "0.1.0", None).suffices);
        assert!(!Verdict::of("0.2.0", "0.1.9", None).suffices);
        assert!(!Verdict::of("one", "0.1.9", None).suffices);
    }
}
