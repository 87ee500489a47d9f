// Waiting before the next try. Whoever waits is woken at once when the connection is back.

const sleepers = new Set();

export function pause(ms) {
  return new Promise((done) => {
    const wake = () => {
      clearTimeout(timer);
      sleepers.delete(wake);
      done();
    };
    const timer = setTimeout(wake, ms);
    sleepers.add(wake);
  });
}

export function wakeAll() {
  for (const wake of [...sleepers]) wake();
}

window.addEventListener("online", wakeAll);
