// What makes the desk quicker; without it every form and link still works.
"use strict";
(() => {
  const typing = (node) => node.closest?.("input, textarea, select, [contenteditable]");

  // A key by its letter; where the layout is of another script, by where the letter would be.
  const keyOf = (event) =>
    /^[^\x20-\x7e]$/.test(event.key) && /^Key[A-Z]$/.test(event.code)
      ? event.code[3].toLowerCase()
      : event.key;

  // A key presses what bears it: data-key="u" on a button, a link or a field.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const found = document.querySelector(`[data-key="${CSS.escape(keyOf(event))}"]`);
    if (!found) return;
    event.preventDefault();
    if (found.matches("input, textarea, select")) found.focus();
    else found.click();
  });

  // What is there to be copied is chosen whole.
  document.addEventListener("focusin", (event) => {
    if (event.target.matches?.("[data-select]")) event.target.select();
  });
})();
