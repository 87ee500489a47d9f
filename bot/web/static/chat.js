// The chat page: sends messages, listens for answers, shows both. Text reaches the page as text nodes only.

import { Conversation, Refused } from "./conversation.js";
import { announce, showBot, showCitizen, showOfficer, said } from "./messages.js";

const $ = (id) => document.getElementById(id);
const conversation = new Conversation();
const LISTENS_AGAIN = [500, 1000, 2000, 4000];
const HOLDS_AT_MOST = 20_000;

let listening = 0; // counts conversations, so that an old loop stops when a new one begins
let waking = null;
let isAwake = false;
let opened = null; // settles once there is a conversation to send to

function reveal() {
  for (const id of ["consent-box", "end"]) $(id).hidden = false;
  $("examples").hidden = conversation.hasSpoken || conversation.isSending;
  $("consent").checked = conversation.consent;
}

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

function atBottom() {
  return window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 120;
}

function scrollDown() {
  window.scrollTo({ top: document.documentElement.scrollHeight, behavior: "auto" });
}

// Waits until engine and database answer; shows the sign meanwhile, and gives up after a while:
// whoever asks then hears from the gateway what is wrong.
function awaken() {
  if (isAwake) return null;
  waking ??= (async () => {
    const began = Date.now();
    while (Date.now() - began < HOLDS_AT_MOST) {
      const parts = await conversation.parts();
      isAwake = parts?.database === "ok" && parts?.engine === "ok";
      if (isAwake) break;
      $("waking").hidden = false;
      await pause(1000);
    }
    $("waking").hidden = true;
    waking = null;
  })();
  return waking;
}

async function open() {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await conversation.open();
      return;
    } catch (error) {
      if (!(error instanceof Refused) && !(error instanceof TypeError)) throw error;
      await awaken();
      await pause(LISTENS_AGAIN[Math.min(attempt, LISTENS_AGAIN.length - 1)]);
    }
  }
}

async function listen() {
  const mine = ++listening;
  for (let failures = 0; mine === listening; ) {
    try {
      const news = await conversation.news();
      if (mine !== listening) return;
      failures = 0;
      show(news);
      if (news.state === "closed") return;
    } catch (error) {
      if (mine !== listening) return;
      if (error instanceof Refused && error.isGone) return restart();
      failures += 1;
      await pause(LISTENS_AGAIN[Math.min(failures, LISTENS_AGAIN.length) - 1]);
    }
  }
}

// A long answer is shown from its beginning, with the question above it; a short one at the end of the page.
function bringIntoView(item) {
  if (item.offsetHeight < window.innerHeight / 2) scrollDown();
  else (item.previousElementSibling ?? item).scrollIntoView({ block: "start" });
}

function show(news) {
  const follows = atBottom();
  let newest = null;
  for (const message of news.messages) {
    if (message.author === "citizen") {
      const text = conversation.textOf(message);
      if (text !== null) showCitizen($("messages"), text ?? said("sent-before"));
      continue;
    }
    newest = message.author === "officer"
      ? showOfficer($("messages"), message)
      : showBot($("messages"), message, press);
    if (!message.isReplayed) announce(message.text);
  }
  $("typing").hidden = !news.typing && !conversation.isSending;
  if (news.state === "human") $("typing").hidden = true;
  if (follows && newest) bringIntoView(newest);
}

async function begin() {
  opened = open();
  await opened;
  reveal();
  listen();
}

async function restart() {
  conversation.forget();
  $("messages").replaceChildren();
  await begin();
}

async function send(message, shown) {
  $("examples").hidden = true;
  const echo = showCitizen($("messages"), shown);
  scrollDown();
  await deliver(message, shown, echo);
}

async function deliver(message, shown, echo) {
  echo.sending();
  $("typing").hidden = false;
  try {
    await opened;
    await awaken();
    await conversation.send(message, shown);
    echo.sent();
  } catch (error) {
    $("typing").hidden = !conversation.isSending;
    echo.failed(error instanceof Refused ? error.message : said("offline"), () => deliver(message, shown, echo));
    if (error instanceof Refused && error.isGone) await restart();
  }
}

function press(button) {
  send({ id: crypto.randomUUID(), button: button.id }, button.title);
  $("text").focus();
}

function submit() {
  const text = $("text").value;
  if (!text.trim()) return;
  $("text").value = "";
  send({ id: crypto.randomUUID(), text }, text.trim());
}

$("compose").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});

// Enter sends, but not while an input method (Telex, VNI) is still composing a letter.
$("text").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  submit();
});

for (const example of $("examples").querySelectorAll("button")) {
  example.addEventListener("click", () => {
    send({ id: crypto.randomUUID(), text: example.textContent }, example.textContent);
    $("text").focus();
  });
}

$("consent").addEventListener("change", async (event) => {
  const agrees = event.target.checked;
  try {
    await conversation.agree(agrees);
  } catch {
    event.target.checked = !agrees;
    announce(said("consent-failed"), { show: $("consent-box") });
  }
});

$("end").addEventListener("click", () => $("ending").showModal());
$("end-no").addEventListener("click", () => $("ending").close());
$("ending").addEventListener("close", () => $("end").focus());
$("end-yes").addEventListener("click", async () => {
  $("ending").close();
  listening += 1; // what is told from here on belongs to nobody
  try {
    await conversation.end();
  } catch {
    announce(said("not-ended"), { show: $("messages").parentElement });
    listen();
    return;
  }
  await restart();
  announce(said("ended"));
  $("text").focus();
});

$("compose").hidden = false;
await begin();
for (const { message, shown } of conversation.unsent) {
  const echo = showCitizen($("messages"), shown);
  echo.failed("", () => deliver(message, shown, echo));
}
awaken();
