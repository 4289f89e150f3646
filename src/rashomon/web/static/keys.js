// Keys: j and k go from one thing to the next, o opens it, s saves what the page is of (in a list,
// what is gone to), ? tells.
"use strict";

const STOPS = "main :is(.card h3, .singles h3, .hit h3, .diff, .tell h3, .sp, .time > li, .para > p,"
  + " .names > li, .lines h3, .notes-list > li, .answers .side, .in-story h2, table.list tbody tr)";

function stops() {
  return [...document.querySelectorAll(STOPS)].filter((one) => one.getClientRects().length);
}

// What is gone to is the link of a thing, or the thing itself where it is more than a link.
function focused(one) {
  return one.matches("h2, h3, li:not(.time > li, .notes-list > li), tr") && one.querySelector("a") || one;
}

function go(step) {
  const all = stops();
  const here = document.activeElement?.closest("main") && document.activeElement !== document.querySelector("main")
    ? all.findLastIndex((one) => one.contains(document.activeElement)
        || one.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)
    : -1;
  const on = here >= 0 && all[here].contains(document.activeElement);
  const next = all[Math.max(0, step < 0 && !on ? here : here + step)];
  if (!next) return;
  const target = focused(next);
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
}

function openIt() {
  const here = document.activeElement;
  if (!here?.closest("main")) return;
  (here.matches("a") ? here : here.querySelector("a.words, a"))?.click();
}

function saveIt() {
  const own = document.querySelector('[data-keep="saved1"], [data-keep="saved0"]');
  if (own) own.click();
  else saveListed();
}

// A story or an article of a list: the page stays, so that one goes on from there.
function saveListed() {
  const here = document.activeElement;
  const item = here?.closest("main article, main li, main tr, main section");
  const link = here?.closest("main") && (here.matches("a") ? here : here.querySelector("a"));
  const match = /^\/(story|article)\/([^/?#]+)/.exec(link?.getAttribute("href") ?? "");
  if (!match || !item) return;
  const { token, saved, unsaved } = document.getElementById("keys").dataset;
  const chip = item.querySelector(".is-saved");
  const body = new URLSearchParams({
    token, kind: "saved", what: match[1], id: decodeURIComponent(match[2]),
    value: chip ? "0" : "1", back: "/notes",
  });
  fetch("/keep", { method: "POST", body, redirect: "manual" }).then((answer) => {
    if (answer.type !== "opaqueredirect") throw new Error();
    if (chip) chip.remove();
    else (item.querySelector(".meta") ?? item).prepend(chipOf(saved));
    said(chip ? unsaved : saved);
  }).catch(() => { location.href = link.href; });
}

function chipOf(text) {
  const chip = document.createElement("span");
  chip.className = "fresh is-read is-saved";
  chip.textContent = text;
  return chip;
}

// For those who listen.
function said(text) {
  let place = document.getElementById("heard");
  if (!place) {
    place = document.createElement("p");
    place.id = "heard";
    place.className = "hidden";
    place.setAttribute("role", "status");
    document.querySelector("main").append(place);
  }
  place.textContent = text;
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
  const keys = document.getElementById("keys");
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (event.key === "o") openIt();
  else if (event.key === "s") saveIt();
  else if (event.key === "?") keys.showModal();
  else return;
  event.preventDefault();
});
