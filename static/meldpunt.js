// What the pages can do more where script is on. Without it everything works too.
// Nothing is sent before the reporter sends it, to nobody but us, and nothing is kept in the
// browser's storage. `texts` stands before this file: the words of the page's language.
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
    document.getElementById("said").textContent = texts.copied;
  });
}
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// Files: those chosen are listed and can be taken away again. When the reporter sends the form they
// go ahead of it, one at a time, so that the page can show how far they are; the form follows with
// what opens them in hidden fields. A file that went is not sent again.
document.querySelectorAll(".files").forEach(takeFiles);

function takeFiles(question) {
  const words = { ...texts, ...question.dataset };
  const form = question.closest("form");
  const send = form.querySelector("button[type=submit]");
  const inputs = question.querySelectorAll("input[type=file]");
  const list = element("ul", "", "chosen");
  const box = element("div", "", "sending");
  const status = element("p", "");
  const bar = element("progress", "");
  const cancel = element("button", words.cancel, "second");
  let chosen = [];
  let request = null;
  list.setAttribute("aria-label", words.chosen);
  list.setAttribute("aria-live", "polite");
  status.setAttribute("role", "status");
  status.id = "sending";
  bar.setAttribute("aria-labelledby", status.id);
  cancel.type = "button";
  bar.hidden = cancel.hidden = true;
  box.append(status, bar, cancel);
  inputs[0].after(list);
  send.parentElement.after(box);

  const sum = (files) => files.reduce((bytes, { file }) => bytes + file.size, 0);
  const carried = () => [...form.querySelectorAll("input[name=kept]")];

  function whyNot(file) {
    if (!file.size) return words.empty;
    if (file.size > words.max) return words.tooLarge;
    if (sum(chosen) + file.size > words.together) return words.tooMuch;
    return carried().length + chosen.length >= words.most ? words.tooMany : "";
  }

  function sizeOf(file) {
    const [unit, text] = file.size < 1048576 ? [1024, words.kilobytes] : [1048576, words.megabytes];
    return text.replace("0", Math.ceil(file.size / unit));
  }

  function add(file) {
    const why = whyNot(file);
    const row = element("li", "");
    const name = element("bdi", file.name);
    const remove = element("button", words.remove, "second small");
    const entry = { file, row };
    remove.type = "button";
    remove.setAttribute("aria-label", `${words.remove}: ${file.name}`);
    row.append(name, ` (${sizeOf(file)}) `, remove);
    remove.addEventListener("click", () => {
      if (request) return;
      chosen = chosen.filter((other) => other !== entry);
      entry.field?.remove();
      row.remove();
      inputs[0].focus();
    });
    list.append(row);
    if (why) refuse(entry, why);
    else chosen.push(entry);
  }

  function refuse({ row }, why) {
    row.className = "error";
    row.querySelector("button").before(element("span", why), " ");
  }

  for (const input of inputs) {
    input.addEventListener("change", () => {
      [...input.files].forEach(add);
      input.value = "";
    });
  }

  // One file, to where it waits for the form. Gives the page that answers.
  function ahead(file, show) {
    const data = new FormData();
    for (const name of ["code", "ticket"]) data.append(name, form.elements[name].value);
    for (const { value } of carried()) data.append("kept", value);
    data.append("files", file);
    return new Promise((resolve, reject) => {
      request = new XMLHttpRequest();
      request.open("POST", words.to);
      request.responseType = "document";
      request.upload.addEventListener("progress", (event) => show(event.loaded));
      request.addEventListener("load", ({ target }) => {
        if (target.status === 200 && target.response) resolve(target.response);
        else reject(words.lost);
      });
      request.addEventListener("error", () => reject(words.lost));
      request.addEventListener("abort", () => reject(words.stopped));
      request.send(data);
    });
  }

  // What came of it: a field that carries the file on, or why it is not taken.
  function settle(entry, page) {
    const known = new Set(carried().map(({ value }) => value));
    const fields = [...page.querySelectorAll("input[name=kept]")];
    const field = fields.find(({ value }) => !known.has(value));
    const why = page.querySelector(".refused li");
    chosen = chosen.filter((other) => other !== entry);
    if (field) {
      entry.field = document.createElement("input");
      Object.assign(entry.field, { type: "hidden", name: "kept", value: field.value });
      form.append(entry.field);
    } else if (why) {
      why.querySelector("bdi").remove();
      refuse(entry, why.textContent.trim());
      return false;
    }
    return true;
  }

  function show(part) {
    bar.value = part;
    // Said every ten per cent: a screen reader would do nothing else.
    const said = words.sendingFiles.replace("[n]", Math.floor(part * 10) * 10);
    if (status.textContent !== said) status.textContent = said;
  }

  function stop(text) {
    request = null;
    bar.hidden = cancel.hidden = true;
    send.disabled = false;
    send.textContent = words.again;
    status.textContent = text;
    send.focus();
  }

  async function sendFiles() {
    const total = sum(chosen);
    let sent = 0;
    let wentWell = true;
    bar.hidden = cancel.hidden = false;
    send.disabled = true;
    cancel.focus();
    show(0);
    try {
      for (const entry of [...chosen]) {
        const page = await ahead(entry.file, (loaded) => show(Math.min((sent + loaded) / total, 1)));
        sent += entry.file.size;
        wentWell = settle(entry, page) && wentWell;
      }
    } catch (why) {
      stop(why);
      return;
    }
    if (!wentWell) {
      stop(words.leftOut);
      return;
    }
    request = null;
    bar.hidden = cancel.hidden = true;
    send.disabled = false;
    if (form.requestSubmit) form.requestSubmit();
    else form.submit();
  }

  cancel.addEventListener("click", () => request.abort());
  form.addEventListener("submit", (event) => {
    if (!request && !chosen.length) return;
    event.preventDefault();
    if (!request) sendFiles();
  });
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
  const back = element("button", texts.back, "second");
  const next = element("button", texts.next);
  const buttons = element("p", "", "doors walk-buttons");
  back.type = next.type = "button";
  buttons.append(next, back);
  form.prepend(progress);
  form.append(buttons);
  form.classList.add("walking");
  for (const details of form.querySelectorAll(":scope > details")) details.open = true;

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
    const words = texts.progress.replace("[n]", number).replace("[m]", questions.length);
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
      const change = element("button", texts.change, "second small");
      change.type = "button";
      change.setAttribute("aria-label", `${texts.change}: ${heading}`);
      change.addEventListener("click", () => go(page));
      const words = given(page);
      const answers = words.length ? words : [texts.open];
      list.append(term, ...answers.map(answer));
      const way = element("dd", "");
      way.append(change);
      list.append(way);
    }
  }

  function given(page) {
    const fields = [...page.querySelectorAll("input:not([type=hidden]), textarea, select")];
    const seen = fields.filter((field) => field.closest(".question") && isShown(field));
    const files = [...page.querySelectorAll(".chosen li:not(.error) bdi")];
    return files.map((name) => name.textContent).concat(seen.flatMap((field) => {
      if (field.matches("[type=radio], [type=checkbox]")) {
        return field.checked ? [field.labels[0].textContent.trim()] : [];
      }
      if (field.matches("select")) {
        return field.value ? [field.selectedOptions[0].textContent] : [];
      }
      return field.value.trim() ? [field.value.trim()] : [];
    }));
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
  form.addEventListener("submit", (event) => {
    // Files go first.
    if (event.defaultPrevented) return;
    const send = last.querySelector("button[type=submit]");
    progress.textContent = texts.sendingForm;
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
