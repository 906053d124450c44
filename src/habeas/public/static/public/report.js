// Ties marks and claims together: hovering one shows the other, n and p walk through
// the claims. Without it every link still works.
"use strict";
(() => {
  const items = [...document.querySelectorAll(".claims li[data-claim]")];
  const list = document.querySelector(".claims");
  const wordsOf = (claim) =>
    [...document.querySelectorAll("[data-claim], .ref[id]")].filter(
      (each) => each.dataset.claim === claim || each.id === `w-${claim}`,
    );
  const show = (claim, name, on) => {
    for (const each of wordsOf(claim)) each.classList.toggle(name, on);
  };
  const claimAt = (node) => {
    const link = node.closest?.(".mark, .ref");
    if (link) return link.hash.slice(3);
    return node.closest?.(".claims li[data-claim]")?.dataset.claim;
  };
  let shown;
  const follow = (event) => {
    const claim = claimAt(event.target);
    if (claim === shown) return;
    if (shown) show(shown, "is-near", false);
    if (claim) show(claim, "is-near", true);
    shown = claim;
  };
  document.addEventListener("pointerover", follow);
  document.addEventListener("focusin", follow);

  let chosen;
  const choose = () => {
    if (chosen) show(chosen, "is-chosen", false);
    chosen = /^#[cw]-/.test(location.hash) ? location.hash.slice(3) : undefined;
    if (chosen) show(chosen, "is-chosen", true);
    const item = items.find((each) => each.dataset.claim === chosen);
    // Only the list's own scrolling: where it is no column of its own, this does nothing.
    if (item) list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top - 96;
  };
  window.addEventListener("hashchange", choose);
  choose();

  const step = (by) => {
    const at = items.findIndex((item) => item.dataset.claim === chosen);
    const next = at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by;
    if (!items[next]) return;
    location.hash = `#w-${items[next].dataset.claim}`;
    choose(); // the event comes later, and the key may be pressed again before it
  };
  // A key by its letter; where the layout is of another script, by where the letter would be.
  const keyOf = (event) =>
    /^[^\x20-\x7e]$/.test(event.key) && /^Key[A-Z]$/.test(event.code)
      ? event.code[3].toLowerCase()
      : event.key;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (keyOf(event) === "n") step(1);
    if (keyOf(event) === "p") step(-1);
  });
  document.querySelector(".keys")?.removeAttribute("hidden");
})();
