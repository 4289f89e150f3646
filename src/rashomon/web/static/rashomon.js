// What the pages do beyond HTML: "/" goes to the search, "#s=START-END" marks the words.
// Without it everything can be read: links carry the same place as "?s=START-END".
"use strict";

function place() {
  const match = /^#([st])=(\d+-\d+(?:,\d+-\d+)*)$/.exec(location.hash);
  if (!match || !location.pathname.startsWith("/article/")) return;
  const first = match[1] + "=" + match[2].split(",")[0];
  const mark = document.getElementById(first);
  if (mark) {
    mark.scrollIntoView({ block: "center" });
    return;
  }
  // The server marks words; an address with the fragment alone is asked again with the place.
  const query = new URLSearchParams(location.search);
  if (query.get(match[1]) === match[2]) return;
  location.replace(location.pathname + "?" + match[1] + "=" + match[2] + "#" + first);
}

addEventListener("hashchange", place);
place();

addEventListener("keydown", (event) => {
  const busy = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.getElementById("q").focus();
});

// What waits behind a summary is printed too, and folded again afterwards.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  opened.forEach((one) => { one.open = true; });
});
addEventListener("afterprint", () => {
  opened.forEach((one) => { one.open = false; });
  opened = [];
});
