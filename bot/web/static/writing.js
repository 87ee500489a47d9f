// How a text is laid out: paragraphs, lists where lines begin with a dash or count up, addresses as links.

const ADDRESS = /https:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)]/gu;
const LONGEST_ADDRESS = 40;
const DASH = /^- (?<said>.+)$/u;
const NUMBER = /^(?<number>\d{1,3})\. (?<said>.+)$/u;

// The text as it is read out: of an address the site only.
export function spoken(text) {
  return text.replace(ADDRESS, site);
}

// Writes a text into an element. Paragraphs that name one of the addresses of its sources are marked as such.
export function write(element, text, { sources = [], opensAnew = "" } = {}) {
  const blocks = text.split(/\n{2,}/u).filter((block) => block.trim());
  for (const [index, block] of blocks.entries()) {
    const paragraph = document.createElement("div");
    if (index === 0 && blocks.length > 1 && !block.includes("\n")) paragraph.className = "title";
    if (sources.some((address) => block.includes(address))) paragraph.className = "origin";
    for (const line of block.split("\n")) add(paragraph, line, opensAnew);
    element.append(paragraph);
  }
}

function add(paragraph, line, opensAnew) {
  const before = paragraph.lastElementChild;
  const dash = line.match(DASH);
  const number = line.match(NUMBER);
  if (dash) fill(item(before?.tagName === "UL" ? before : list(paragraph, "ul")), dash.groups.said, opensAnew);
  else if (number) fill(item(counted(paragraph, Number(number.groups.number))), number.groups.said, opensAnew);
  else fill(paragraph.appendChild(document.createElement("p")), line, opensAnew);
}

function list(paragraph, tag) {
  return paragraph.appendChild(document.createElement(tag));
}

function item(of) {
  return of.appendChild(document.createElement("li"));
}

// The list in which this number is the next, or a new one that begins with it.
function counted(paragraph, number) {
  const before = paragraph.lastElementChild;
  if (before?.tagName === "OL" && before.start + before.childElementCount === number) return before;
  const begun = list(paragraph, "ol");
  begun.start = number;
  return begun;
}

function fill(element, text, opensAnew) {
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    element.append(text.slice(from, match.index), link(match[0], opensAnew));
    from = match.index + match[0].length;
  }
  element.append(text.slice(from));
}

function link(address, opensAnew) {
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.rel = "noopener noreferrer";
  anchor.target = "_blank";
  anchor.textContent = address.length > LONGEST_ADDRESS ? site(address) : address;
  if (opensAnew) {
    const note = anchor.appendChild(document.createElement("span"));
    note.className = "off-screen";
    note.textContent = ` ${opensAnew}`;
  }
  return anchor;
}

function site(address) {
  return URL.canParse(address) ? new URL(address).host : address;
}
