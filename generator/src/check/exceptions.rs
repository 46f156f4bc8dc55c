//! What specs allow: messages that are not told, and exceptions that nothing needs.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Id, Kind};
use crate::model::Exception;

/// Takes away what is allowed of a kind. `whole` says whether nothing else is wrong: then an exception that covered nothing
/// is told, since what it was for may not be hidden by a mistake.
pub(crate) fn settle(exceptions: &[Exception], kind: Kind, whole: bool, found: &mut Diagnostics) {
    let mut of_id: HashMap<Id, Vec<(&Exception, bool)>> = HashMap::new();
    for exception in exceptions.iter().filter(|exception| exception.id.kind() == kind) {
        of_id.entry(exception.id).or_default().push((exception, false));
    }
    found.retain_mut(|diagnostic| {
        let exceptions = of_id.get_mut(&diagnostic.id).into_iter().flatten();
        let narrowest = exceptions
            .filter(|(exception, _)| exception.covers(diagnostic))
            .min_by_key(|(exception, _)| exception.width());
        narrowest.map(|(_, is_used)| *is_used = true).is_none()
    });
    if !whole || found.has_errors() {
        return;
    }
    let unused = |exception: &&Exception| {
        let all = of_id.get(&exception.id).into_iter().flatten();
        all.into_iter().any(|(other, is_used)| std::ptr::eq(*other, *exception) && !is_used)
    };
    found.extend(exceptions.iter().filter(unused).map(of_nothing).collect::<Vec<_>>());
}

fn of_nothing(exception: &Exception) -> Diagnostic {
    let id = exception.id;
    Diagnostic::new(Id::UnusedAllow, format!("nothing here needs the exception from `{id}`"))
        .at(exception.place, "")
        .help("remove it; an exception stands with the thing that the message is about, or around it")
}
