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

// A citation is copied by a button, which stands only where copying works.
for (const cited of document.querySelectorAll("[data-citation]")) {
  const label = document.documentElement.dataset.copy;
  if (!navigator.clipboard || !label) break;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = label;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(cited.innerText.replace(/\s+/g, " ").trim());
    button.textContent = document.documentElement.dataset.copied;
  });
  cited.after(button);
}
