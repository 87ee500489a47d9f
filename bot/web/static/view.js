// What of the conversation is in view: it follows what is new, unless somebody has scrolled up to read.

const NEAR = 160;

function talk() {
  return document.getElementById("messages").parentElement;
}

export function isAtEnd() {
  return talk().getBoundingClientRect().bottom <= window.innerHeight + NEAR;
}

export function showEnd() {
  talk().scrollIntoView({ block: "end" });
}

// A long answer is shown from its beginning, with the question above it; a short one at the end.
export function bringIntoView(item) {
  if (item.offsetHeight < window.innerHeight / 2) showEnd();
  else (item.previousElementSibling ?? item).scrollIntoView({ block: "start" });
}
