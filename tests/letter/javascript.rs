//! A JavaScript engine: the one that patterns of pages are written for.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rquickjs::{Context, FromJs, Function, Runtime};

/// How often the engine may ask whether to go on with one text. It goes back and tries again where a table does not, and
/// some patterns would keep it busy for years.
const PATIENCE: usize = 20;

/// An engine with nothing but the language in it.
pub struct JavaScript {
    context: Context,
    asked: Arc<AtomicUsize>,
}

impl JavaScript {
    pub fn new() -> Self {
        let runtime = Runtime::new().expect("an engine");
        let asked = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&asked);
        runtime.set_interrupt_handler(Some(Box::new(move || counted.fetch_add(1, Ordering::Relaxed) >= PATIENCE)));
        Self { context: Context::full(&runtime).expect("a context"), asked }
    }

    /// Calls a function, given by its source, with each text; what it says of each.
    pub fn each<T: for<'js> FromJs<'js>>(&self, source: &str, texts: &[String]) -> Vec<T> {
        self.context.with(|js| {
            let function: Function<'_> = js.eval(format!("({source})")).expect("a function");
            let call = |text: &String| {
                self.asked.store(0, Ordering::Relaxed);
                function.call((text.as_str(),)).expect("an answer")
            };
            texts.iter().map(call).collect()
        })
    }

    /// Whether a text is a pattern (flag `u`).
    pub fn is_pattern(&self, source: &str) -> bool {
        self.matches(source, &[]).is_some()
    }

    /// Whether each text has a match of a pattern (flag `u`), where the engine has the patience; nothing where it is none.
    pub fn matches(&self, pattern: &str, texts: &[String]) -> Option<Vec<Option<bool>>> {
        self.context.with(|js| {
            self.asked.store(0, Ordering::Relaxed);
            js.globals().set("source", pattern).expect("a text");
            let is_pattern = "try { globalThis.pattern = new RegExp(source, 'u'); true } catch { false }";
            if !js.eval::<bool, _>(is_pattern).expect("an answer") {
                return None;
            }
            let test: Function<'_> = js.eval("text => pattern.test(text)").expect("a function");
            let call = |text: &String| {
                self.asked.store(0, Ordering::Relaxed);
                let matched = test.call((text.as_str(),)).ok();
                if matched.is_none() {
                    js.catch();
                }
                matched
            };
            Some(texts.iter().map(call).collect())
        })
    }
}
