// Saves a section of a listing, or a message, while somebody writes. The form works without it; the server refuses to overwrite what
// somebody else has saved meanwhile, and then this only says so and stops.
(() => {
  const form = document.querySelector('form[data-autosave]');
  const status = document.getElementById('autosave');
  if (!form || !status || !window.fetch) return;
  const PAUSE = 4000;
  let timer, unsaved = false, stopped = false, sending = false;
  const say = (what) => { status.textContent = status.dataset[what] || ''; };

  const save = async () => {
    if (stopped || sending || !unsaved) return;
    sending = true;
    unsaved = false;
    const body = new URLSearchParams(new FormData(form));
    body.delete('file');
    body.set('action', 'autosave');
    try {
      // Not form.action: the buttons of that name stand before the address.
      const answer = await fetch(form.getAttribute('action') || location.href, { method: 'POST', body, redirect: 'manual' });
      if (answer.status === 204) {
        for (const name of ['version', 'mark']) {
          if (form.elements[name]) form.elements[name].value = answer.headers.get(`x-draft-${name}`);
        }
        say(unsaved ? 'pending' : 'saved');
      } else {
        unsaved = true;
        // Whoever signs in elsewhere can go on here.
        stopped = answer.status !== 422 && answer.status !== 401;
        say({ 401: 'out', 409: 'conflict', 422: 'wrong' }[answer.status] || 'failed');
      }
    } catch {
      unsaved = true;
      say('failed');
    }
    sending = false;
  };

  form.addEventListener('input', () => {
    unsaved = true;
    if (!stopped) say('pending');
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  form.addEventListener('submit', () => { unsaved = false; stopped = true; clearTimeout(timer); });
  window.addEventListener('beforeunload', (event) => { if (unsaved) event.preventDefault(); });
})();
