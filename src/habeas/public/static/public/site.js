// The key / leads to the search. Without it the form is reached as everything else is.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector("#sought, #seek");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
