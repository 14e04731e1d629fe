// Tells the chance of any day while it is being chosen. Without it the day is filled in and asked for.
(() => {
  "use strict";
  const wish = document.querySelector("[data-days]");
  if (!wish) return;
  const days = JSON.parse(wish.dataset.days);
  const slider = wish.querySelector("input");
  const said = wish.querySelector("output");
  const field = document.getElementById("wished");
  const tell = () => {
    const [date, words] = days[Number(slider.value)];
    said.textContent = words;
    slider.setAttribute("aria-valuetext", words);
    return date;
  };
  slider.addEventListener("input", () => {
    field.value = tell();
  });
  tell();
  wish.hidden = false;
})();
