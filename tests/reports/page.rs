//! The page in a real browser: what it shows, allows, tells a screen reader, and does by keyboard.
//!
//! `SCREENSHOTS=folder cargo test -p docwright-tests --test reports screenshots -- --ignored` takes pictures, to be looked at.

use std::{env, fs};

use docwright::diagnostic::{Diagnostic, Id};
use docwright::report::{Format, Task};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::fixture::{Case, check, diff};

/// What the page says of how much it shows.
const STATUS: &str = "document.getElementById('shown').textContent";
/// The titles that are to be seen.
const SHOWN: &str = "[...document.querySelectorAll('article')].filter((one) => one.checkVisibility()).length";

#[test]
fn it_is_filtered_by_keyboard_alone_and_says_what_is_shown() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open(&diff().write(Format::Html), "");
    assert_eq!(browser.text(STATUS), "All 4 findings are shown");
    browser.press("Tab");
    assert_eq!(browser.text("document.activeElement.textContent"), "Skip to the findings");
    assert_eq!(browser.value("document.activeElement.getBoundingClientRect().left >= 0"), true, "it is seen");
    browser.press("Tab");
    browser.press("Space");
    assert_eq!(browser.text(STATUS), "2 of 4 findings are shown", "without errors");
    assert_eq!(browser.text("location.hash"), "#severity=warning%2Cnote");
    browser.press("Tab");
    browser.press("Tab");
    browser.press("Tab");
    assert_eq!(browser.text("document.activeElement.name"), "group");
    browser.press("Down");
    assert_eq!(browser.text("document.activeElement.value"), "omnidesk");
    assert_eq!(browser.text(STATUS), "0 of 4 findings are shown");
    assert_eq!(browser.value("document.getElementById('none').checkVisibility()"), true);
    browser.press("Tab");
    browser.press("Tab");
    assert_eq!(browser.text("document.activeElement.type"), "reset");
    browser.press("Enter");
    browser.value("new Promise((done) => setTimeout(done, 50))");
    assert_eq!(browser.text(STATUS), "All 4 findings are shown");
    browser.value("document.querySelector('input[type=search]').focus()");
    browser.write("BECAME required");
    browser.value("new Promise((done) => setTimeout(done, 400))");
    assert_eq!(browser.text(STATUS), "1 of 4 findings are shown");
    assert_eq!(browser.value(SHOWN), 1);
    browser.press("Enter");
    assert_eq!(browser.text(STATUS), "1 of 4 findings are shown", "nothing is sent, nothing is loaded");
}

#[test]
fn a_link_shows_what_somebody_filtered() {
    let Some(mut browser) = Browser::start() else { return };
    let page = diff().write(Format::Html);
    for (fragment, shown) in [
        ("#group=pland%2Fsend_note&text=message", "All 4 findings are shown"),
        ("#severity=error&group=omnidesk", "1 of 4 findings are shown"),
        ("#text=the+words+of", "1 of 4 findings are shown"),
        ("#group=not+there", "All 4 findings are shown"),
        ("#findings", "All 4 findings are shown"),
    ] {
        browser.open(&page, fragment);
        let shown = if fragment.contains("message") { "3 of 4 findings are shown" } else { shown };
        assert_eq!(browser.text(STATUS), shown, "{fragment}");
    }
    browser.open(&page, "#text=the+words+of");
    assert_eq!(browser.value(SHOWN), 1, "what was folded is seen");
}

#[test]
fn nothing_is_fetched_and_nothing_else_runs() {
    let Some(mut browser) = Browser::start() else { return };
    let mut case = diff();
    let attacks = [
        "</script><script>document.title='x'</script>",
        "<img src=http://127.0.0.1:9/ onerror=\"document.title='x'\">",
    ];
    for attack in attacks {
        case.diagnostics.push(Diagnostic::new(Id::WrongKind, attack).help(attack));
        case.summary += attack;
    }
    browser.open(&case.write(Format::Html), "");
    assert_eq!(browser.text(STATUS), "All 6 findings are shown", "the page's own script runs");
    assert!(browser.text("document.title").starts_with("docwright diff"));
    assert_eq!(browser.told("Network.requestWillBeSent").len(), 1, "the page itself");
    assert_eq!(browser.told("Log.entryAdded"), Vec::<&Value>::new());
    assert_eq!(browser.told("Runtime.exceptionThrown"), Vec::<&Value>::new());
    // If a text got through all the same, the browser would still refuse it.
    browser.value(
        "document.querySelector('main').innerHTML += '<img src=x onerror=\"document.title=1\"><p style=\"color:red\">'",
    );
    browser.value(
        "(() => { const script = document.createElement('script'); script.textContent = 'document.title = 1'; document.body.append(script) })()",
    );
    browser.value("new Promise((done) => setTimeout(done, 100))");
    assert!(browser.text("document.title").starts_with("docwright diff"));
    assert!(
        browser
            .told("Log.entryAdded")
            .iter()
            .any(|entry| entry["entry"]["text"].as_str().unwrap().contains("Security Policy"))
    );
}

#[test]
fn without_a_script_and_on_paper_all_is_there() {
    let Some(mut browser) = Browser::start() else { return };
    let page = diff().write(Format::Html);
    browser.call("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    browser.open(&page, "");
    let seen = |browser: &mut Browser, selector: &str| {
        browser.value(&format!("document.querySelector('{selector}').checkVisibility()"))
    };
    assert_eq!(seen(&mut browser, "#filter"), false, "there is nothing to operate");
    assert_eq!(browser.value(SHOWN), 3);
    assert_eq!(browser.text(STATUS), "4 findings");
    browser.call("Emulation.setScriptExecutionDisabled", &json!({ "value": false }));
    browser.open(&page, "");
    browser.media("print", "dark");
    assert_eq!(seen(&mut browser, "#filter"), false);
    let folded = "document.querySelector('details article').getBoundingClientRect().height > 0";
    assert_eq!(browser.value(folded), true, "what is folded is printed");
    assert_eq!(browser.text("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)");
}

/// The texts whose contrast with what they stand on is less than people need who see little (WCAG 2.2, 1.4.3).
const FAINT: &str = r#"(() => {
    const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const light = ([red, green, blue]) =>
        0.2126 * channel(red / 255) + 0.7152 * channel(green / 255) + 0.0722 * channel(blue / 255);
    const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
    const ground = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const colour = parts(getComputedStyle(at).backgroundColor);
            if (colour.length === 3 || colour[3] === 1) return colour;
        }
        return [255, 255, 255];
    };
    const faint = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.tagName === "SCRIPT") continue;
        const [a, b] = [parts(getComputedStyle(element).color), ground(element)].map(light);
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (contrast < 4.5) faint.push(`${contrast.toFixed(2)} ${walker.currentNode.data.trim()}`);
    }
    return faint;
})()"#;

#[test]
fn it_is_legible_in_light_and_dark_and_narrow() {
    let Some(mut browser) = Browser::start() else { return };
    for case in [diff(), check()] {
        browser.open(&case.write(Format::Html), "#text=e");
        let mut grounds = Vec::new();
        for scheme in ["light", "dark"] {
            browser.media("screen", scheme);
            assert_eq!(browser.value(FAINT), json!([]), "{scheme}");
            grounds.push(browser.text("getComputedStyle(document.body).backgroundColor"));
        }
        assert_ne!(grounds[0], grounds[1]);
        for width in [320, 700, 1400] {
            browser.width(width);
            let wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assert_eq!(browser.value(wide), 0, "at {width} nothing is cut or scrolled sideways");
        }
        if case.task == Task::Diff {
            let sides =
                "[...document.querySelectorAll('.sides')[0].children].map((side) => side.getBoundingClientRect().top)";
            let tops = browser.value(sides);
            assert_eq!(tops[0], tops[1], "old and new stand side by side");
        }
    }
}

/// The nodes that a screen reader is told of, with their roles and names.
fn told(browser: &mut Browser) -> Vec<(String, String, Value)> {
    let tree = browser.call("Accessibility.getFullAXTree", &json!({}));
    let nodes = tree["nodes"].as_array().unwrap().iter().filter(|node| node["ignored"] != true);
    nodes
        .map(|node| {
            let text = |name: &str| node[name]["value"].as_str().unwrap_or_default().to_owned();
            (text("role"), text("name"), node["properties"].clone())
        })
        .collect()
}

#[test]
fn a_screen_reader_is_told_landmarks_headings_names_and_changes() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open(&diff().write(Format::Html), "");
    let nodes = told(&mut browser);
    let named = |role: &str| nodes.iter().filter(|node| node.0 == role).map(|node| node.1.as_str()).collect::<Vec<_>>();
    assert_eq!(named("main"), ["Findings"]);
    assert_eq!(named("search"), ["Filter the findings"]);
    assert_eq!(named("banner").len(), 1);
    assert_eq!(named("checkbox"), ["2 errors", "1 warning", "1 note"]);
    assert_eq!(named("combobox"), ["Endpoint"]);
    assert_eq!(named("searchbox"), ["Text"]);
    assert_eq!(named("button"), ["Show all"]);
    assert_eq!(named("status").len(), 1);
    assert_eq!(named("article").len(), 3, "what is folded is not read out");
    assert!(named("article").iter().all(|name| name.contains(": ")), "each says its weight and its title");
    assert!(named("region").contains(&"Before"));
    let levels: Vec<u64> = nodes
        .iter()
        .filter(|node| node.0 == "heading")
        .flat_map(|node| node.2.as_array().unwrap())
        .filter(|property| property["name"] == "level")
        .filter_map(|property| property["value"]["value"].as_u64())
        .collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "no level is left out: {levels:?}");
}

#[test]
fn a_screen_reader_is_told_what_is_far_below_too() {
    let Some(mut browser) = Browser::start() else { return };
    let mut case = Case::new(Task::Lint);
    case.diagnostics.extend((0..300).map(|number| Diagnostic::new(Id::WrongKind, format!("finding {number} of many"))));
    browser.open(&case.write(Format::Html), "");
    let nodes = told(&mut browser);
    for role in ["article", "heading"] {
        let named = nodes.iter().filter(|(at, name, _)| at == role && name.starts_with("error: finding ")).count();
        assert_eq!(named, 300, "{role}");
    }
}

#[test]
fn thousands_of_findings_are_filtered() {
    let Some(mut browser) = Browser::start() else { return };
    let mut case = Case::new(Task::Lint);
    let findings = (0..3000).map(|number| Diagnostic::new(Id::WrongKind, format!("finding {number} of many")));
    case.diagnostics.extend(findings);
    browser.open(&case.write(Format::Html), "#text=finding+29");
    assert_eq!(browser.text(STATUS), "111 of 3000 findings are shown");
}

#[test]
#[ignore = "takes pictures for people"]
fn screenshots() {
    let Some(mut browser) = Browser::start() else { return };
    let folder = env::var("SCREENSHOTS").expect("SCREENSHOTS names a folder");
    for (name, case) in [("diff", diff()), ("check", check())] {
        browser.open(&case.write(Format::Html), "#text=e");
        for (scheme, width) in [("light", 1400), ("dark", 1400), ("light", 380), ("dark", 700)] {
            browser.media("screen", scheme);
            browser.width(width);
            fs::write(format!("{folder}/{name}-{scheme}-{width}.png"), browser.picture()).unwrap();
        }
        browser.media("print", "light");
        fs::write(format!("{folder}/{name}-print.png"), browser.picture()).unwrap();
    }
}
