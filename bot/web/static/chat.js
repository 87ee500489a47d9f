// The chat page: sends messages, listens for answers, shows both. Text reaches the page as text nodes only.

import { Conversation, Refused } from "./conversation.js";
import { announce, said, showBot, showCitizen, showOfficer } from "./messages.js";
import { Outbox } from "./outbox.js";
import { pause, wakeAll } from "./pause.js";
import { bringIntoView, isAtEnd, showEnd } from "./view.js";
import { spoken } from "./writing.js";

const $ = (id) => document.getElementById(id);
const conversation = new Conversation();
const outbox = new Outbox(deliver, excuse, showSending);
const leftBehind = conversation.unsent; // by this tab before it was loaded anew
const LISTENS_AGAIN = [500, 1000, 2000, 4000];
const HOLDS_AT_MOST = 20_000;

let listening = 0; // counts conversations, so that an old loop stops when a new one begins
let waking = null;
let isAwake = false;
let opened = null; // settles once there is a conversation to send to
let beginning = null;
let isTyping = false;
let state = "bot";

// Waits until engine and database answer; shows the sign meanwhile, and gives up after a while:
// whoever asks then hears from the gateway what is wrong.
function awaken() {
  if (isAwake) return null;
  waking ??= (async () => {
    const began = Date.now();
    while (Date.now() - began < HOLDS_AT_MOST) {
      const parts = await conversation.parts();
      isAwake = parts?.database === "ok" && parts?.engine === "ok";
      if (isAwake || !parts) break;
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
      if (!(error instanceof Refused) && !isUnreachable(error)) throw error;
      await awaken();
      await pause(LISTENS_AGAIN[Math.min(attempt, LISTENS_AGAIN.length - 1)]);
    }
  }
}

function isUnreachable(error) {
  return error instanceof TypeError || error.name === "TimeoutError";
}

async function listen() {
  const mine = ++listening;
  for (let failures = 0; mine === listening; ) {
    try {
      const news = await conversation.news();
      if (mine !== listening) return;
      if (failures > 0) wakeAll();
      failures = 0;
      show(news);
      if (news.state === "closed") return;
    } catch (error) {
      if (mine !== listening) return;
      if (error instanceof Refused && error.isGone) {
        await beginAnew();
        return;
      }
      failures += 1;
      await pause(LISTENS_AGAIN[Math.min(failures, LISTENS_AGAIN.length) - 1]);
    }
  }
}

function show(news) {
  const follows = isAtEnd();
  let newest = null;
  for (const message of news.messages) newest = showMessage(message) ?? newest;
  isTyping = news.typing;
  showState(news.state);
  showConsent();
  showSign();
  for (const { message, shown } of leftBehind.splice(0)) send(message, shown);
  if (follows && newest) bringIntoView(newest);
}

// Shows one message unless it is here already; returns it where somebody has answered.
function showMessage(message) {
  if (message.author === "citizen") {
    const text = conversation.textOf(message);
    if (text !== null) showCitizen($("messages"), text ?? said("sent-before"));
    return null;
  }
  if (!message.isReplayed) announce(spoken(message.text));
  if (message.author === "officer") return showOfficer($("messages"), message);
  if (message.privacy === "delete" && !message.isReplayed) forgetWords();
  return showBot($("messages"), message, press, save, report);
}

function showState(now) {
  if (now === state) return;
  state = now;
  $("state").hidden = state !== "human" && state !== "closed";
  if ($("state").hidden) return;
  $("state").textContent = said(state);
  announce(said(state));
}

// The waiting sign: on its way, or being answered; neither where nothing moves or an officer is here.
function showSign() {
  $("typing").hidden = state === "human" || !(isTyping || outbox.isSending);
  $("typing-what").textContent = said(outbox.isSending ? "sending" : "typing");
}

function showSending() {
  showSign();
  if (outbox.isHeldUp && isAtEnd()) showEnd();
}

function begin() {
  beginning ??= (async () => {
    opened = open();
    await opened;
    for (const id of ["consent-box", "end"]) $(id).hidden = false;
    $("examples").hidden = conversation.hasSpoken || conversation.unsent.length > 0;
    showConsent();
    beginning = null;
    listen();
  })();
  return beginning;
}

// A new conversation after the old one has gone; what has not been taken in yet moves over.
function beginAnew() {
  if (beginning) return beginning;
  conversation.forget();
  $("messages").replaceChildren();
  isTyping = false;
  showState("bot");
  for (const { message, shown, echo } of outbox.entries) {
    conversation.remember(message, shown);
    $("messages").append(echo.item);
  }
  return begin();
}

function send(message, shown) {
  $("examples").hidden = true;
  conversation.remember(message, shown);
  outbox.put({ message, shown, echo: showCitizen($("messages"), shown) });
  showEnd();
}

async function deliver({ message, shown }) {
  await opened;
  await awaken();
  try {
    isTyping = (await conversation.send(message, shown)) || isTyping;
  } catch (error) {
    if (!(error instanceof Refused && error.isGone)) throw error;
    await beginAnew();
    isTyping = await conversation.send(message, shown);
  }
}

function excuse(error) {
  return error instanceof Refused ? error.message : said("offline");
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function press(button) {
  send({ id: newId(), button: button.id }, button.title);
  $("text").focus();
}

function report({ seq }) {
  const failed = (error) => ({ text: excuse(error), isNoted: false });
  return conversation.report(seq).then((text) => ({ text, isNoted: true }), failed);
}

function submit() {
  const text = $("text").value;
  if (!text.trim()) return;
  $("text").value = "";
  send({ id: newId(), text }, text.trim());
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
    send({ id: newId(), text: example.textContent }, example.textContent);
    $("text").focus();
  });
}

function showConsent() {
  for (const box of $("consent-box").querySelectorAll("input")) box.checked = conversation.agreesTo(box.name);
}

$("consent-box").addEventListener("change", async ({ target: { name, checked, value } }) => {
  try {
    await conversation.agree(name, checked, value);
  } catch {
    announce(said("consent-failed"), { show: $("consent-box") });
  }
  showConsent();
});

// What was erased is gone from this page as well; only the answer that says so stays.
function forgetWords() {
  conversation.forgetWords();
  $("messages").replaceChildren();
}

async function save() {
  try {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await conversation.copy());
    link.download = "du-lieu-cua-toi.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  } catch {
    announce(said("copy-failed"), { show: $("messages").parentElement });
  }
}

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
  outbox.clear();
  await beginAnew();
  announce(said("ended"));
  $("text").focus();
});

$("compose").hidden = false;
await begin();
awaken();
