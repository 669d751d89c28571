// Puts the token of the link's fragment into the form, so that one press is enough. Sends nothing by itself.
(function () {
  'use strict';
  var form = document.getElementById('ack');
  if (!form) {
    return;
  }

  function takeToken() {
    var token = window.location.hash.slice(1);
    var known = /^[A-Za-z0-9_-]{16,200}$/.test(token);
    form.elements.token.value = known ? token : '';
    form.elements.code.required = !known;
    document.body.classList.toggle('has-token', known);
  }

  // Without the fragment, so that the result's address holds no token.
  form.action = window.location.pathname;
  form.addEventListener('submit', function () {
    form.classList.add('sending');
    // Only after the browser has read the form: a disabled button must not stop the sending itself.
    window.setTimeout(function () { form.elements.send.disabled = true; }, 0);
  });
  window.addEventListener('pageshow', function () {
    form.classList.remove('sending');
    form.elements.send.disabled = false;
  });
  window.addEventListener('hashchange', takeToken);
  takeToken();
})();
