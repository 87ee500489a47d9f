// How messages look. Everything is cloned from the page's templates and filled with text nodes.

import { write } from "./writing.js";

const READ_OUT_FOR = 1500;
const NOTICE_STAYS_FOR = 8000;

function clone(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

// A sentence that the page itself says.
export function said(name) {
  return document.getElementById("said-by-page").content.querySelector(`[data-name="${name}"]`).textContent;
}

export function announce(text, { show = null } = {}) {
  const line = document.createElement("p");
  line.textContent = text;
  document.getElementById("announcer").append(line);
  setTimeout(() => line.remove(), READ_OUT_FOR);
  if (!show) return;
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.textContent = text;
  notice.setAttribute("aria-hidden", "true");
  show.append(notice);
  setTimeout(() => notice.remove(), NOTICE_STAYS_FOR);
}

// Shows what the citizen sent; the echo that is returned is told how the sending goes.
export function showCitizen(list, text) {
  const item = clone("citizen-message");
  item.querySelector(".text").textContent = text;
  list.append(item);
  return {
    item,
    freed() {
      item.classList.remove("is-held");
    },
    held(why, again) {
      item.classList.add("is-held");
      item.querySelector(".why").textContent = why;
      item.querySelector(".again").onclick = () => {
        document.getElementById("text").focus();
        again();
      };
      announce(item.querySelector(".told").textContent);
    },
  };
}

export function showOfficer(list, message) {
  const item = clone("officer-message");
  write(item.querySelector(".text"), message.text, { opensAnew: said("opens-anew") });
  list.append(item);
  return item;
}

export function showBot(list, message, press, save, report) {
  const item = clone("bot-message");
  const addresses = message.citations.map((citation) => citation.url);
  write(item.querySelector(".text"), message.text, { sources: addresses, opensAnew: said("opens-anew") });
  if (message.outcome?.startsWith("error_")) item.classList.add("fault");
  const untold = message.citations.filter((citation) => !message.text.includes(citation.url));
  if (untold.length) item.append(sources(untold));
  for (const address of message.checklists ?? []) item.append(checklist(address));
  if (message.privacy === "download") item.append(copy(save));
  if (message.buttons.length) item.append(choices(message.buttons, press));
  if (message.citations.length && message.outcome === "answered") item.append(reporting(message, report));
  list.append(item);
  return item;
}

function choices(buttons, press) {
  const list = clone("choices");
  for (const button of buttons) {
    const item = clone("choice");
    item.firstElementChild.textContent = button.title;
    item.firstElementChild.addEventListener("click", () => press(button));
    list.append(item);
  }
  return list;
}

// Reports an answer; what the gateway says to it takes the button's place, or stands beside it if it failed.
function reporting(message, report) {
  const line = clone("report");
  const [button, told] = line.children;
  button.addEventListener("click", async () => {
    const { text, isNoted } = await report(message);
    told.textContent = text;
    told.hidden = false;
    if (!isNoted) return announce(text);
    told.focus();
    button.remove();
  });
  return line;
}

function checklist(address) {
  const line = clone("checklist");
  line.querySelector("a").href = location.origin + address;
  return line;
}

function copy(save) {
  const line = clone("copy");
  line.firstElementChild.addEventListener("click", save);
  return line;
}

function sources(citations) {
  const details = clone("sources");
  for (const citation of citations) {
    const item = clone("source");
    item.querySelector(".code").textContent = citation.code;
    item.querySelector(".decision").textContent = citation.decision;
    item.querySelector("time").textContent = vietnameseDate(citation.updated);
    item.querySelector("time").dateTime = citation.updated;
    const anchor = item.querySelector("a");
    if (citation.url.startsWith("https://")) anchor.href = citation.url;
    else anchor.remove();
    details.lastElementChild.append(item);
  }
  return details;
}

function vietnameseDate(iso) {
  return iso.split("-").reverse().join("/");
}
