// How messages look. Everything is cloned from the page's templates and filled with text nodes.

const ADDRESS = /https:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)]/gu;
const READ_OUT_FOR = 1500;

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
  setTimeout(() => notice.remove(), 8000);
}

export function showCitizen(list, text) {
  const item = clone("citizen-message");
  item.querySelector(".text").textContent = text;
  list.append(item);
  return {
    sending() {
      item.classList.remove("is-failed");
      item.classList.add("is-sending");
    },
    sent() {
      item.classList.remove("is-sending", "is-failed");
    },
    failed(why, again) {
      item.classList.remove("is-sending");
      item.classList.add("is-failed");
      item.querySelector(".why").textContent = why;
      item.querySelector(".again").onclick = () => {
        document.getElementById("text").focus();
        again();
      };
      announce(item.querySelector(".failed").textContent);
    },
  };
}

export function showOfficer(list, message) {
  const item = clone("officer-message");
  fill(item.querySelector(".text"), message.text);
  list.append(item);
  return item;
}

export function showBot(list, message, press) {
  const item = clone("bot-message");
  fill(item.querySelector(".text"), message.text);
  if (message.outcome?.startsWith("error_")) item.classList.add("fault");
  if (message.citations.length) item.append(sources(message.citations));
  if (message.buttons.length) item.append(choices(message.buttons, press));
  list.append(item);
  return item;
}

function fill(element, text) {
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    element.append(text.slice(from, match.index), link(match[0]));
    from = match.index + match[0].length;
  }
  element.append(text.slice(from));
}

function link(address) {
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.rel = "noopener noreferrer";
  anchor.target = "_blank";
  anchor.textContent = address;
  return anchor;
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
