// One conversation with the gateway. Its key and the citizen's own words stay in this tab (sessionStorage).

const KEPT = "motcua";
const LISTENS_FOR = 25;
const GIVES_UP_AFTER = 12_000;

// The gateway turned a request down; the message is its sentence.
export class Refused extends Error {
  constructor(status, body) {
    super(body?.text ?? "");
    this.status = status;
  }

  get isGone() {
    return this.status === 401 || this.status === 404 || this.status === 409;
  }

  get isPassing() {
    return this.status >= 500;
  }
}

export class Conversation {
  #kept = { key: null, consent: {}, mine: {}, unsent: [] };
  #after = 0;
  #isReplaying = false;
  #listening = null;

  constructor() {
    const kept = sessionStorage.getItem(KEPT);
    if (kept) this.#kept = { ...this.#kept, ...JSON.parse(kept) };
    this.#isReplaying = Boolean(this.#kept.key);
  }

  get hasSpoken() {
    return Object.keys(this.#kept.mine).length > 0;
  }

  agreesTo(purpose) {
    return this.#kept.consent[purpose] === true;
  }

  get unsent() {
    return [...this.#kept.unsent];
  }

  async open() {
    if (this.#kept.key) return;
    const begun = await this.#call("POST", "/api/conversations");
    this.#kept.key = begun.conversation;
    this.#keep();
  }

  async news() {
    const isFirst = this.#after === 0;
    const wait = isFirst ? 0 : LISTENS_FOR;
    this.#listening = new AbortController();
    const path = `/api/messages?after=${this.#after}&wait=${wait}`;
    const news = await this.#call("GET", path, null, (wait + 10) * 1000, this.#listening);
    for (const message of news.messages) this.#after = message.seq;
    this.#kept.consent = news.consent;
    news.messages.forEach((message) => { message.isReplayed = this.#isReplaying; });
    this.#isReplaying = false;
    return news;
  }

  // What the citizen wrote: null for what is on the page already, undefined for what this tab does not know.
  textOf(message) {
    return message.isReplayed ? this.#kept.mine[message.seq] ?? message.text ?? undefined : null;
  }

  // Remembered until it has arrived, so that a reload does not lose it.
  remember(message, shown) {
    this.#forgetUnsent(message);
    this.#kept.unsent.push({ message, shown });
    this.#keep();
  }

  // May be sent again with the same id: the gateway takes it in once. Returns whether news of it are still to come.
  async send(message, shown) {
    const { seq } = await this.#call("POST", "/api/messages", message);
    this.#kept.mine[seq] = shown;
    this.#forgetUnsent(message);
    this.#keep();
    return seq > this.#after;
  }

  async agree(purpose, agrees, notice) {
    this.#kept.consent = await this.#call("PUT", "/api/consent", { [purpose]: agrees, notice });
    this.#keep();
  }

  // A copy of all that the assistant keeps of this conversation, as a file to be saved.
  async copy() {
    return new Blob([JSON.stringify(await this.#call("GET", "/api/data"), null, 2)], { type: "application/json" });
  }

  // Forgets what this tab knows of the citizen's words; the conversation itself goes on.
  forgetWords() {
    this.#kept.mine = {};
    this.#keep();
  }

  // Returns what the gateway says to it.
  async report(seq) {
    const { text } = await this.#call("POST", "/api/reports", { seq });
    return text;
  }

  // Nobody listens any more: news of a conversation that has ended would be refused.
  async end() {
    this.#listening?.abort();
    try {
      await this.#call("DELETE", "/api/conversation");
    } catch (error) {
      if (!(error instanceof Refused && error.isGone)) throw error;
    }
  }

  forget() {
    this.#kept = { key: null, consent: {}, mine: {}, unsent: [] };
    this.#after = 0;
    sessionStorage.removeItem(KEPT);
  }

  async parts() {
    try {
      const response = await fetch("/readyz", { signal: AbortSignal.timeout(4000) });
      return (await response.json()).parts ?? null;
    } catch {
      return null;
    }
  }

  async #call(method, path, body = null, ms = GIVES_UP_AFTER, stop = new AbortController()) {
    const headers = { Accept: "application/json" };
    if (this.#kept.key) headers.Authorization = `Bearer ${this.#kept.key}`;
    if (body) headers["Content-Type"] = "application/json";
    const options = { method, headers, signal: stop.signal, cache: "no-store" };
    const timer = setTimeout(() => stop.abort(new DOMException(path, "TimeoutError")), ms);
    try {
      const response = await fetch(path, body ? { ...options, body: JSON.stringify(body) } : options);
      if (response.status === 204) return null;
      const answer = await response.json().catch(() => null);
      if (!response.ok) throw new Refused(response.status, answer);
      return answer;
    } finally {
      clearTimeout(timer);
    }
  }

  #forgetUnsent(message) {
    this.#kept.unsent = this.#kept.unsent.filter((one) => one.message.id !== message.id);
  }

  #keep() {
    sessionStorage.setItem(KEPT, JSON.stringify(this.#kept));
  }
}
