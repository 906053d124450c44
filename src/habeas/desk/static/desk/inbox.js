// Files can be dropped on the form; without this they are chosen.
"use strict";
(() => {
  for (const form of document.querySelectorAll("[data-drop]")) {
    const field = form.querySelector("input[type=file]");
    if (!field) continue;
    form.querySelector(".drop-hint")?.removeAttribute("hidden");
    for (const kind of ["dragenter", "dragover"]) {
      form.addEventListener(kind, (event) => {
        event.preventDefault();
        form.classList.add("over");
      });
    }
    form.addEventListener("dragleave", () => form.classList.remove("over"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      form.classList.remove("over");
      if (event.dataTransfer?.files.length) field.files = event.dataTransfer.files;
    });
  }
})();
