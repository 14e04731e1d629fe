// Looks a text through while it is typed, marks what was found in it, and puts better words in. Without it the button does.
(() => {
  "use strict";
  const form = document.getElementById("letter");
  const text = document.getElementById("text");
  const looked = document.getElementById("looked");
  const under = form.querySelector(".under");
  let asking;
  let later;

  // The same words lie under the field, with marks; they keep up with it by scrolling along.
  const paint = () => {
    const data = looked.querySelector("[data-places]")?.dataset.places;
    const places = data ? JSON.parse(data) : [];
    const words = text.value;
    const parts = [];
    let at = 0;
    for (const [start, end, kind] of places) {
      if (start < at || end > words.length) continue;
      parts.push(document.createTextNode(words.slice(at, start)));
      const mark = document.createElement("mark");
      mark.className = kind;
      mark.textContent = words.slice(start, end);
      parts.push(mark);
      at = end;
    }
    parts.push(document.createTextNode(`${words.slice(at)}\n`));
    under.replaceChildren(...parts);
    under.scrollTop = text.scrollTop;
  };

  const look = async () => {
    clearTimeout(later);
    asking?.abort();
    asking = new AbortController();
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch("/wording/look", { method: "POST", body, signal: asking.signal });
      if (!answer.ok) return;
      looked.innerHTML = await answer.text();
      paint();
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  };

  const soon = () => {
    clearTimeout(later);
    later = setTimeout(look, 120);
  };

  text.addEventListener("input", () => {
    // What was marked has moved: it is marked again when the answer is there.
    under.replaceChildren(document.createTextNode(`${text.value}\n`));
    soon();
  });
  text.addEventListener("scroll", () => {
    under.scrollTop = text.scrollTop;
  });
  for (const name of ["account", "work", "writer"]) {
    document.getElementById(name).addEventListener("change", look);
  }

  // A mail that is dropped on the text, or pasted as a file, is opened.
  const bring = (event, files) => {
    if (!files?.length) return;
    event.preventDefault();
    const input = document.getElementById("file");
    input.files = files;
    input.form.requestSubmit();
  };
  text.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  text.addEventListener("drop", (event) => bring(event, event.dataTransfer?.files));
  text.addEventListener("paste", (event) => bring(event, event.clipboardData?.files));

  looked.addEventListener("click", (event) => {
    const take = event.target.closest("button[name=take]");
    if (take) {
      event.preventDefault();
      const [, start, end, words] = take.value.match(/^(\d+) (\d+) ([^]*)$/);
      text.focus();
      text.setSelectionRange(Number(start), Number(end));
      // The way that can be undone, where the browser has it.
      if (!document.execCommand("insertText", false, words)) text.setRangeText(words);
      look();
      return;
    }
    if (event.target.closest("a, button, input, label")) return;
    const row = event.target.closest("[data-start]");
    if (row) {
      text.focus();
      text.setSelectionRange(Number(row.dataset.start), Number(row.dataset.end));
    }
  });
  paint();
})();
