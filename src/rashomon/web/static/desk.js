// What forms do beyond HTML. Without it every one of them works.
"use strict";

// Marks are kept without loading the page anew: who has gone to a thing stays there.
addEventListener("submit", (event) => {
  const form = event.target;
  if (form.getAttribute("action") !== "/keep" || !event.submitter) return;
  event.preventDefault();
  const button = event.submitter;
  const body = new URLSearchParams(new FormData(form, button));
  const group = button.closest(".keep");
  fetch("/keep", { method: "POST", body, redirect: "manual" }).then((answer) => {
    if (answer.type !== "opaqueredirect") throw new Error();
    return fetch(location.href);
  }).then((answer) => answer.text()).then((text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html").querySelector(".keep");
    if (!fresh || !group) {
      location.reload();
      return;
    }
    const on = group.contains(document.activeElement) && document.activeElement.dataset.keep;
    group.replaceChildren(...fresh.childNodes);
    if (on) group.querySelector(`[data-keep="${on}"]`)?.focus();
    const now = group.querySelector(`[data-keep="${button.dataset.keep}"]`);
    const { saved, unsaved } = document.getElementById("keys").dataset;
    if (button.dataset.keep === "saved1" && now) {
      said(now.getAttribute("aria-pressed") === "true" ? saved : unsaved);
    }
  }).catch(() => {
    // The page that says why it cannot be kept.
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = button.name;
    field.value = button.value;
    form.append(field);
    form.submit();
  });
});

// Words that are selected in an article's text go into the form for notes.
const words = document.getElementById("note-words");
if (words) {
  const offer = document.createElement("button");
  offer.type = "button";
  offer.className = "offer";
  offer.textContent = words.dataset.offer;
  offer.hidden = true;
  document.body.append(offer);
  let chosen = null;

  // Offsets are code points from the start of the text.
  const place = (node, offset, paragraph) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    range.setEnd(node, offset);
    return Number(paragraph.dataset.at) + [...range.toString()].length;
  };
  const paragraphOf = (node) =>
    (node.nodeType === 1 ? node : node.parentElement)?.closest("p[data-at]");

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const first = range && paragraphOf(range.startContainer);
    const last = range && paragraphOf(range.endContainer);
    offer.hidden = !range || selection.isCollapsed || !first || !last || !String(selection).trim();
    if (offer.hidden) return;
    chosen = {
      text: String(selection).trim(),
      start: place(range.startContainer, range.startOffset, first),
      end: place(range.endContainer, range.endOffset, last),
    };
    const box = range.getBoundingClientRect();
    offer.style.setProperty("top", `${scrollY + box.bottom + 6}px`);
    offer.style.setProperty("left", `${Math.max(8, Math.min(scrollX + box.left, innerWidth - 180))}px`);
  });
  offer.addEventListener("pointerdown", (event) => event.preventDefault());
  offer.addEventListener("click", () => {
    words.value = chosen.text;
    document.getElementById("note-start").value = chosen.start;
    document.getElementById("note-end").value = chosen.end;
    document.getElementById("new-note").open = true;
    document.getElementById("note-body").focus();
    offer.hidden = true;
  });
}

// Names and outlets while a question is typed: the list that the browser itself offers.
const asked = document.getElementById("q");
if (asked) {
  const list = document.createElement("datalist");
  list.id = "hints";
  asked.after(list);
  asked.setAttribute("list", "hints");
  let waiting = 0;
  let last = "";
  asked.addEventListener("input", () => {
    clearTimeout(waiting);
    const text = asked.value.trim();
    if (text.length < 2 || text === last) return;
    waiting = setTimeout(() => {
      last = text;
      fetch("/search/hints?q=" + encodeURIComponent(text))
        .then((answer) => answer.json())
        .then((found) => {
          if (asked.value.trim() !== text) return;
          list.replaceChildren(...found.map(([kind, words]) => {
            const option = document.createElement("option");
            option.value = kind === "outlet" ? `outlet:"${words}"` : words;
            option.label = kind === "outlet" ? `${asked.dataset.outlet}: ${words}` : words;
            return option;
          }));
        })
        .catch(() => {});
    }, 120);
  });
}

// On the search page what is found follows what is typed.
const results = document.querySelector("body.search main");
if (asked && results) {
  let waiting = 0;
  let asking = null;
  asked.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      asking?.abort();
      asking = new AbortController();
      const address = "/search?q=" + encodeURIComponent(asked.value);
      fetch(address, { signal: asking.signal })
        .then((answer) => answer.text())
        .then((text) => {
          const page = new DOMParser().parseFromString(text, "text/html");
          results.replaceChildren(...page.querySelector("main").childNodes);
          document.title = page.title;
          history.replaceState(null, "", address);
        })
        .catch(() => {});
    }, 180);
  });
}
