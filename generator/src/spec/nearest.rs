//! "Did you mean": the word that a misspelt one resembles most.

use strsim::damerau_levenshtein;

/// The candidate that a word most likely stands for, if one is near: the same but for case and separators, or at most a
/// third of its letters away.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    let length = folded.chars().count();
    let most = (length / 3).max(1);
    let near = |candidate: &'a str| {
        let other = fold(candidate);
        // Words are as far apart as their lengths, at least: of a long one few have to be compared.
        if other.chars().count().abs_diff(length) > most {
            return None;
        }
        let distance = damerau_levenshtein(&folded, &other);
        (distance <= most && distance < candidate.len()).then_some((distance, candidate))
    };
    candidates.into_iter().filter_map(near).min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

fn fold(word: &str) -> String {
    word.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let keys = ["required", "max_length", "min_length", "doc", "tag", "type"];
        for (word, meant) in [
            ("requird", Some("required")),
            ("maxLength", Some("max_length")),
            ("TYPE", Some("type")),
            ("tyep", Some("type")),
            ("xy", None),
            ("description", None),
            ("", None),
            (&"required".repeat(100_000), None),
        ] {
            assert_eq!(nearest(word, keys), meant, "{word}");
        }
    }
}
