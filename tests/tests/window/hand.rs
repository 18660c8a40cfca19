//! A user's hands: the pointer and the keys, through the driver, at what can be seen on the page.

use serde_json::{Value, json};

use crate::driver::Driver;

/// Finds what a user would point at: seen, named so, not covered by anything, and not switched off. The shortest name
/// that begins with the words is the one meant.
const FIND: &str = r"
const fold = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const nameOf = (it) => fold(it.getAttribute('aria-label')
  ?? it.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' ')
  ?? it.labels?.[0]?.innerText ?? it.alt ?? it.innerText);
const isHit = (it, x, y) => { const at = document.elementFromPoint(x, y); return at !== null && it.contains(at); };
const placeOf = (named) => {
  const it = named.matches('[type=radio], [type=checkbox]') ? named.closest('label') ?? named : named;
  const box = it.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
  return box.width > 0 && box.height > 0 && isHit(it, x, y) ? { x: Math.round(x), y: Math.round(y) } : null;
};
const find = (wanted) => [...document.querySelectorAll('button, a[href], input, textarea, label, img, [role], [data-note-field]')]
  .filter((it) => !it.matches(':disabled, [aria-disabled=true], [data-disabled]'))
  .map((it) => ({ name: nameOf(it), it }))
  .filter(({ name }) => name.startsWith(wanted))
  .sort((one, other) => one.name.length - other.name.length)
  .map(({ it }) => placeOf(it)).find((place) => place !== null) ?? null;
";

impl Driver {
    /// Presses the main button on what has this name, once it can be seen.
    #[track_caller]
    pub(crate) fn click(&self, name: &str) {
        self.click_times(name, 1);
    }

    #[track_caller]
    pub(crate) fn double_click(&self, name: &str) {
        self.click_times(name, 2);
    }

    #[track_caller]
    fn click_times(&self, name: &str, times: usize) {
        let at = self.place_of(name);
        let press =
            [json!({ "type": "pointerDown", "button": 0 }), json!({ "type": "pointerUp", "button": 0 })];
        self.point([move_to(&at)].into_iter().chain(press.into_iter().cycle().take(2 * times)));
    }

    /// Draws the pointer over these words of the text being read.
    #[track_caller]
    pub(crate) fn select(&self, words: &str) {
        let words = json!(words);
        let ends = self.wait("the words to select", || {
            let ends = self.script(&format!(
                r"
                const words = {words};
                for (const paragraph of document.querySelectorAll('[data-para]')) {{
                  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {{
                    const at = walker.currentNode.data.indexOf(words);
                    if (at < 0) continue;
                    const range = document.createRange();
                    const edge = (offset) => {{
                      range.setStart(walker.currentNode, offset);
                      range.setEnd(walker.currentNode, offset + 1);
                      return range.getClientRects()[0];
                    }};
                    const [first, last] = [edge(at), edge(at + words.length - 1)];
                    const middle = (box) => Math.round(box.top + box.height / 2);
                    return [{{ x: Math.ceil(first.left), y: middle(first) }}, {{ x: Math.ceil(last.right), y: middle(last) }}];
                  }}
                }}
                return null;"
            ));
            (!ends.is_null()).then_some(ends)
        });
        let down = json!({ "type": "pointerDown", "button": 0 });
        let up = json!({ "type": "pointerUp", "button": 0 });
        self.point([move_to(&ends[0]), down, move_to(&ends[1]), up]);
    }

    /// Presses keys together, as `Control+k`, or one after the other, as `j t`.
    pub(crate) fn press(&self, keys: &str) {
        for chord in keys.split(' ') {
            let held: Vec<String> = chord.split('+').map(key).collect();
            let down = held.iter().map(|key| json!({ "type": "keyDown", "value": key }));
            let up = held.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
            self.type_actions(down.chain(up));
        }
    }

    /// Types into whatever has the focus.
    pub(crate) fn write(&self, text: &str) {
        self.type_actions(text.chars().flat_map(|letter| {
            let value = if letter == '\n' { key("Enter") } else { letter.to_string() };
            [json!({ "type": "keyDown", "value": value }), json!({ "type": "keyUp", "value": value })]
        }));
    }

    /// Whether what has this name has the focus.
    pub(crate) fn has_focus(&self, name: &str) -> bool {
        self.focused().starts_with(name)
    }

    fn focused(&self) -> String {
        let name = self.script(&format!("{FIND} return nameOf(document.activeElement)"));
        name.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until these words stand on the page.
    #[track_caller]
    pub(crate) fn see(&self, words: &str) {
        let wanted = json!(words);
        self.wait(&format!("“{words}”"), || {
            let there = self.script(&format!("return document.body.innerText.includes({wanted})"));
            (there == true).then_some(())
        });
    }

    /// Whether something of this name can be pointed at now.
    pub(crate) fn offers(&self, name: &str) -> bool {
        !self.script(&format!("{FIND} return find({})", json!(name))).is_null()
    }

    /// Where it is, once it has come to rest: what still moves would be missed.
    #[track_caller]
    fn place_of(&self, name: &str) -> Value {
        let script = format!("{FIND} return find({})", json!(name));
        let mut before = Value::Null;
        self.wait(&format!("something to press named “{name}”"), || {
            let found = self.script(&script);
            let rests = !found.is_null() && found == before;
            before = found;
            rests.then(|| before.clone())
        })
    }

    #[track_caller]
    fn point(&self, actions: impl IntoIterator<Item = Value>) {
        let actions: Vec<Value> = actions.into_iter().collect();
        self.act(&json!({
            "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions,
        }));
    }

    fn type_actions(&self, actions: impl IntoIterator<Item = Value>) {
        let actions: Vec<Value> = actions.into_iter().collect();
        self.act(&json!({ "type": "key", "id": "keyboard", "actions": actions }));
    }
}

fn move_to(place: &Value) -> Value {
    json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": place["x"], "y": place["y"] })
}

/// A key as the protocol names it: the special ones have places in Unicode's private area.
fn key(name: &str) -> String {
    let special = match name {
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        _ => return name.to_owned(),
    };
    special.to_string()
}
