// Marks an exchange as read once it stands before somebody's eyes. Without it the button does the same.
(() => {
  const form = document.querySelector('form[data-read]');
  if (!form || !window.fetch) return;
  let sent = false;
  const send = async () => {
    if (sent || document.visibilityState !== 'visible') return;
    sent = true;
    try {
      const answer = await fetch(form.getAttribute('action') || location.href, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' });
      if (answer.type === 'opaqueredirect' || answer.ok) form.hidden = true;
    } catch {
      // The button is still there.
    }
  };
  document.addEventListener('visibilitychange', send);
  send();
})();
