// Small kindnesses on top of pages that work without any script.
(() => {
  "use strict";
  const WAIT_MS = 400;
  const words = document.body.dataset;
  const live = document.getElementById("live");
  const timers = new WeakMap();

  const presser = (form) => form.querySelector("[data-pressed]") || form.querySelector("button:not([type=button])");

  // The sentence beside the button; one a form, made when it is first needed.
  function beside(form) {
    let line = form.querySelector(":scope > .busy");
    if (!line) {
      line = document.createElement("p");
      line.className = "busy";
      form.append(line);
    }
    return line;
  }

  function begin(form) {
    const button = presser(form);
    if (!button) return;
    button.setAttribute("aria-busy", "true");
    timers.set(form, setTimeout(() => {
      const line = beside(form);
      line.classList.remove("busy--bad");
      line.textContent = words.busy;
    }, WAIT_MS));
  }

  function end(form) {
    clearTimeout(timers.get(form));
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
    form.querySelectorAll("[data-pressed]").forEach((button) => button.removeAttribute("data-pressed"));
    form.querySelectorAll(":scope > .busy:not(.busy--bad)").forEach((line) => line.remove());
  }

  function failed(form) {
    live.textContent = words.failed;
    if (!form) return;
    const line = beside(form);
    line.classList.add("busy--bad");
    line.textContent = words.failed;
  }

  const formOf = (event) => event.target.closest && event.target.closest("form");

  document.addEventListener("submit", (event) => {
    if (event.submitter) event.submitter.setAttribute("data-pressed", "");
    if (!event.target.hasAttribute("hx-post")) begin(event.target);
  });
  document.addEventListener("htmx:before:request", (event) => {
    live.textContent = "";
    const form = formOf(event);
    if (form) begin(form);
  });
  document.addEventListener("htmx:finally:request", (event) => {
    const form = formOf(event);
    if (form) end(form);
  });
  document.addEventListener("htmx:response:error", (event) => {
    if (event.detail.ctx.response.status >= 500) failed(formOf(event));
  });
  document.addEventListener("htmx:error", (event) => failed(formOf(event)));
  // Back from the cache of the browser: nothing is being sent any more.
  window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach(end));
  // A press anywhere else, or Escape, closes the panel of settings.
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.look[open]").forEach((panel) => panel.contains(event.target) || panel.removeAttribute("open"));
  });
  document.addEventListener("keydown", (event) => {
    const panel = event.key === "Escape" && document.querySelector("details.look[open]");
    if (panel) { panel.removeAttribute("open"); panel.querySelector("summary").focus(); }
  });
})();
