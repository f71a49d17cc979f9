// Shows how far an upload has come, and tries again when the connection breaks off. Without it the form works as it is:
// the server keeps each file at most once, so trying again is safe.
'use strict';
const start = () => {
  for (const form of document.querySelectorAll('form[data-upload]')) {
    form.addEventListener('submit', (event) => {
      const chosen = form.querySelector('input[type=file]').files.length;
      if (!chosen || !window.FormData) return;
      event.preventDefault();
      const button = form.querySelector('button');
      const bar = document.createElement('progress');
      const words = document.createElement('span');
      words.setAttribute('role', 'status');
      button.after(bar, words);
      button.disabled = true;
      const data = new FormData(form);
      const send = (tries) => {
        words.textContent = form.dataset.doing;
        const request = new XMLHttpRequest();
        request.open('POST', form.action);
        request.upload.onprogress = (sent) => {
          bar.max = sent.total;
          bar.value = sent.loaded;
          words.textContent = `${form.dataset.doing} ${Math.floor((100 * sent.loaded) / sent.total)} %`;
        };
        request.onload = () => {
          // The answer is a whole page: the list with its notice, or the form with what is wrong.
          const page = new DOMParser().parseFromString(request.responseText, 'text/html');
          const main = page.querySelector('main');
          if (!main) return location.reload();
          document.title = page.title;
          document.querySelector('main').replaceWith(document.importNode(main, true));
          history.replaceState(null, '', request.responseURL || location.href);
          const first = document.querySelector('.summary') || document.querySelector('main');
          first.focus();
          start();
        };
        request.onerror = () => {
          words.textContent = form.dataset.failed;
          if (tries) return setTimeout(send, 4000 - 1000 * tries, tries - 1);
          bar.remove();
          button.disabled = false;
        };
        request.send(data);
      };
      send(3);
    });
  }
};
start();
