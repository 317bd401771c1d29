// What the pages can do more where script is on. Without it everything works too.
// Nothing is sent before the reporter sends it, and nothing is kept in the browser's storage.
"use strict";

// "Pagina verlaten": the page goes at once, also on Shift three times. The address of this page
// is replaced, so that "back" does not return to it; what the browser's history keeps, it keeps.
const leave = document.querySelector(".leave a");
let shifts = 0;

function leaveNow() {
  for (const form of document.forms) form.reset();
  document.body.replaceChildren();
  document.title = "";
  location.replace(leave.href);
}

if (leave) {
  leave.addEventListener("click", (event) => {
    event.preventDefault();
    leaveNow();
  });
  document.addEventListener("keyup", (event) => {
    shifts = event.key === "Shift" ? shifts + 1 : 0;
    if (shifts === 3) leaveNow();
  });
}

// The receipt: copy and print.
const copy = document.getElementById("copy");
const print = document.getElementById("print");
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById("code").textContent);
    document.getElementById("said").textContent = copy.dataset.done;
  });
}
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// The form, a step at a time. The fields are the same; a class says which step is here.
const form = document.getElementById("report");
if (form && !document.querySelector(".summary")) walk(form);

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

// An answer in whatever direction it was written.
function answer(text) {
  const made = element("dd", text);
  made.dir = "auto";
  return made;
}

function walk(form) {
  const pages = [...form.querySelectorAll(":scope > .step, :scope > .interruption")];
  const last = pages[pages.length - 1];
  const title = document.title;
  const progress = element("p", "", "progress");
  const back = element("button", form.dataset.back, "second");
  const next = element("button", form.dataset.next);
  const buttons = element("p", "", "doors walk-buttons");
  back.type = next.type = "button";
  buttons.append(next, back);
  form.prepend(progress);
  form.append(buttons);
  form.classList.add("walking");
  for (const details of form.querySelectorAll("details")) details.open = true;

  // A page is asked when its condition holds; the stylesheet decides that, here as without script.
  const isAsked = (page) => getComputedStyle(page).display !== "none";
  const asked = () => pages.filter(isAsked);
  const place = () => Number(history.state?.step ?? 0);

  function show(focus) {
    const here = pages[place()] ?? pages[0];
    const questions = asked().filter((page) => page.matches(".step"));
    for (const page of pages) page.classList.toggle("here", page === here);
    document.body.classList.toggle("begun", here !== pages[0]);
    back.hidden = here === pages[0];
    next.hidden = here === last;
    const number = questions.indexOf(here) + 1;
    const words = form.dataset.progress.replace("[n]", number).replace("[m]", questions.length);
    progress.textContent = number ? words : "";
    document.title = number ? `${words} – ${title}` : title;
    if (here === last) fillAnswers();
    if (focus) {
      scrollTo(0, 0);
      const heading = here.querySelector("h2");
      heading.tabIndex = -1;
      heading.focus();
    }
  }

  function go(page) {
    history.pushState({ step: pages.indexOf(page) }, "");
    show(true);
  }

  function step(by) {
    const all = asked();
    const from = all.indexOf(pages[place()] ?? pages[0]);
    go(all[Math.min(Math.max(from + by, 0), all.length - 1)]);
  }

  // The answers as they will be sent, each step with a way back to it.
  function fillAnswers() {
    const list = document.getElementById("answers");
    list.replaceChildren();
    for (const page of asked().filter((page) => page.matches(".step") && page !== last)) {
      const heading = page.querySelector("h2").textContent;
      const term = element("dt", heading);
      const change = element("button", form.dataset.change, "second small");
      change.type = "button";
      change.setAttribute("aria-label", `${form.dataset.change}: ${heading}`);
      change.addEventListener("click", () => go(page));
      const words = given(page);
      const answers = words.length ? words : [form.dataset.open];
      list.append(term, ...answers.map(answer));
      const way = element("dd", "");
      way.append(change);
      list.append(way);
    }
  }

  function given(page) {
    const fields = [...page.querySelectorAll("input, textarea, select")];
    const seen = fields.filter((field) => field.closest(".question") && isShown(field));
    return seen.flatMap((field) => {
      if (field.matches("[type=radio], [type=checkbox]")) {
        return field.checked ? [field.labels[0].textContent.trim()] : [];
      }
      if (field.matches("select")) {
        return field.value ? [field.selectedOptions[0].textContent] : [];
      }
      return field.value.trim() ? [field.value.trim()] : [];
    });
  }

  const isShown = (field) => getComputedStyle(field.closest(".question")).display !== "none";

  next.addEventListener("click", () => step(1));
  back.addEventListener("click", () => history.back());
  addEventListener("popstate", () => show(true));
  // Enter in a line of text goes on, and sends only on the last page.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input[type=text]")) return;
    event.preventDefault();
    step(1);
  });
  form.addEventListener("submit", () => {
    const send = last.querySelector("button[type=submit]");
    progress.textContent = form.dataset.sending;
    progress.setAttribute("role", "status");
    setTimeout(() => { send.disabled = true; });
    // Whoever comes back to this page, or waits too long, can send again: it stays one report.
    addEventListener("pageshow", () => { send.disabled = false; });
    setTimeout(() => { send.disabled = false; }, 15000);
  });
  // A form that was sent and opened again begins at its first page.
  history.replaceState({ step: 0 }, "");
  show(false);
}
