//! A headless Chromium, spoken to over pipes, as its developer tools do: real keys, real media, what a screen reader
//! is told.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;
use std::{env, fs};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tempfile::TempDir;

/// What an answer may take on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(120);

/// A browser with one page.
pub struct Browser {
    child: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    session: Value,
    number: u64,
    /// What was told without being asked for.
    events: Vec<Value>,
    folder: TempDir,
}

impl Browser {
    /// Starts one; `None`, with a word about it, where there is none.
    pub fn start() -> Option<Self> {
        let path = env::var_os("PATH").unwrap_or_default();
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let mut programs = env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name)));
        let Some(program) = programs.find(|program| program.is_file()).filter(|_| cfg!(unix)) else {
            println!("SKIPPED: there is no Chromium here, so the page was not opened (`apt-get install chromium`)");
            return None;
        };
        let folder = TempDir::new().unwrap();
        // The protocol is spoken on descriptors 3 and 4, which the shell makes of those that a child is given.
        let mut child = Command::new("sh")
            .args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#])
            .arg(program)
            .args(["--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
            .args(["--no-first-run", "--disable-extensions", "--disable-background-networking", "--hide-scrollbars"])
            .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
            // It is killed at the end, and would leave what it keeps elsewhere.
            .env("TMPDIR", folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (sender, messages) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            let mut message = Vec::new();
            while output.read_until(0, &mut message).is_ok_and(|read| read > 0) {
                message.pop();
                let read = serde_json::from_slice(&message).unwrap_or(Value::Null);
                if sender.send(read).is_err() {
                    break;
                }
                message.clear();
            }
        });
        let mut browser = Self { child, input, messages, session: Value::Null, number: 0, events: Vec::new(), folder };
        let target = browser.call("Target.createTarget", &json!({ "url": "about:blank" }))["targetId"].take();
        let attached = browser.call("Target.attachToTarget", &json!({ "targetId": target, "flatten": true }));
        browser.session = attached["sessionId"].clone();
        for domain in ["Page", "Network", "Log", "Runtime", "Accessibility"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        Some(browser)
    }

    /// Calls a method of the protocol; its result.
    pub fn call(&mut self, method: &str, params: &Value) -> Value {
        self.number += 1;
        let number = self.number;
        let mut message = json!({ "id": number, "method": method, "params": params });
        if !self.session.is_null() {
            message["sessionId"] = self.session.clone();
        }
        self.input.write_all(message.to_string().as_bytes()).unwrap();
        self.input.write_all(&[0]).unwrap();
        self.input.flush().unwrap();
        loop {
            let mut answer = self.next(method);
            if answer["id"] == number {
                assert_eq!(answer["error"], Value::Null, "{method}");
                return answer["result"].take();
            }
            self.events.push(answer);
        }
    }

    fn next(&self, wanted: &str) -> Value {
        self.messages.recv_timeout(PATIENCE).unwrap_or_else(|error| panic!("no answer to {wanted}: {error}"))
    }

    /// Opens a page, with what stands behind `#` in its address, and waits until it is loaded.
    pub fn open(&mut self, page: &str, fragment: &str) {
        let file = self.folder.path().join("report.html");
        fs::write(&file, page).unwrap();
        self.events.clear();
        // Through another page, or a change of the fragment alone would load nothing.
        for address in ["about:blank".to_owned(), format!("file://{}{fragment}", file.display())] {
            self.call("Page.navigate", &json!({ "url": address }));
            while !self.events.iter().any(|event| event["method"] == "Page.loadEventFired") {
                let event = self.next("Page.navigate");
                self.events.push(event);
            }
            self.events.retain(|event| event["method"] != "Page.loadEventFired");
        }
    }

    /// The parameters of the events of a kind since the page was opened.
    pub fn told(&self, method: &str) -> Vec<&Value> {
        self.events.iter().filter(|event| event["method"] == method).map(|event| &event["params"]).collect()
    }

    /// The value of an expression in the page.
    pub fn value(&mut self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut result = self.call("Runtime.evaluate", &params);
        assert_eq!(result["exceptionDetails"], Value::Null, "{expression}");
        result["result"]["value"].take()
    }

    /// The text of an expression in the page.
    pub fn text(&mut self, expression: &str) -> String {
        self.value(expression).as_str().unwrap_or_default().to_owned()
    }

    /// Presses a key.
    pub fn press(&mut self, key: &str) {
        let (name, code, number, text) = match key {
            "Tab" => ("Tab", "Tab", 9, ""),
            "Enter" => ("Enter", "Enter", 13, "\r"),
            "Down" => ("ArrowDown", "ArrowDown", 40, ""),
            "Space" => (" ", "Space", 32, " "),
            other => panic!("no key {other}"),
        };
        let mut event =
            json!({ "type": "keyDown", "key": name, "code": code, "windowsVirtualKeyCode": number, "text": text });
        self.call("Input.dispatchKeyEvent", &event);
        event["type"] = "keyUp".into();
        event["text"] = "".into();
        self.call("Input.dispatchKeyEvent", &event);
    }

    /// Types a text.
    pub fn write(&mut self, text: &str) {
        self.call("Input.insertText", &json!({ "text": text }));
    }

    /// Shows the page as on paper or on a screen, light or dark.
    pub fn media(&mut self, media: &str, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.call("Emulation.setEmulatedMedia", &json!({ "media": media, "features": features }));
    }

    /// Makes the window so many pixels wide.
    pub fn width(&mut self, width: u32) {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// A picture of the whole page, as PNG.
    pub fn picture(&mut self) -> Vec<u8> {
        let picture = self.call("Page.captureScreenshot", &json!({ "captureBeyondViewport": true }));
        STANDARD.decode(picture["data"].as_str().unwrap_or_default()).unwrap()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}
