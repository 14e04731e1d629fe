// Paths for the keyboard; every page works without them. "/" finds, "?" explains, "g" and a letter goes.
(() => {
  "use strict";
  const places = { t: "/", q: "/quote", w: "/wording", p: "/promises", c: "/accounts", r: "/capabilities", i: "/import", s: "/settings" };
  let going = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (typing) return;
    if (going && places[event.key]) {
      window.location.assign(places[event.key]);
    } else if (event.key === "/") {
      const field = document.getElementById("q");
      if (field) field.focus();
      else window.location.assign("/promises#q");
    } else if (event.key === "?") {
      window.location.assign("/keys");
    } else {
      going = event.key === "g";
      return;
    }
    going = false;
    event.preventDefault();
  });
  if (window.location.hash === "#q") document.getElementById("q")?.focus();
})();
