// The reading table: keys walk through the claims and decide; selected words become a claim.
// Without it every button, form and link still works.
"use strict";
(() => {
  const cards = () => [...document.querySelectorAll(".card[data-claim]")];
  const chosen = () => document.querySelector(".card.is-chosen");

  const marksOf = (claim) => document.querySelectorAll(`[data-claim="${CSS.escape(claim)}"]`);
  const show = (claim, name, on) => {
    for (const each of marksOf(claim)) each.classList.toggle(name, on);
  };

  const choose = (card, scroll) => {
    const before = chosen();
    if (before) show(before.dataset.claim, "is-chosen", false);
    if (!card) return;
    show(card.dataset.claim, "is-chosen", true);
    if (!scroll) return;
    card.scrollIntoView({ block: "nearest" });
    document.getElementById(`w-${card.dataset.claim}`)?.scrollIntoView({ block: "nearest" });
  };

  const step = (by, wanted = () => true) => {
    const all = cards();
    const at = all.indexOf(chosen());
    for (let i = 1; i <= all.length; i += 1) {
      const next = all[(at + by * i + all.length * 2) % all.length];
      if (next && wanted(next)) return choose(next, true);
    }
  };

  const press = (key) => {
    const button = chosen()?.querySelector(`[data-do="${key}"]`);
    if (!button) return false;
    button.click();
    const field = button.closest("details[open]")?.querySelector("input:not([type=hidden])");
    field?.focus();
    return true;
  };

  // A key by its letter; where the layout is of another script, by where the letter would be.
  const keyOf = (event) =>
    /^[^\x20-\x7e]$/.test(event.key) && /^Key[A-Z]$/.test(event.code)
      ? event.code[3].toLowerCase()
      : event.key;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input, textarea, select")) return;
    const key = keyOf(event);
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "n") step(1, (card) => card.dataset.state === "undecided");
    else if (key === "s" && selected()) location.href = selected();
    else if (!("acru".includes(key) && press(key))) return;
    // One key does one thing: the undo of the last message has the same key as that of a claim.
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  // Pointing at words shows their claim, and the reverse.
  let near;
  const follow = (event) => {
    const claim = event.target.closest?.("[data-claim]")?.dataset.claim;
    if (claim === near) return;
    if (near) show(near, "is-near", false);
    if (claim) show(claim, "is-near", true);
    near = claim;
  };
  document.addEventListener("pointerover", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".mark, .text .ref");
    const id = link?.hash?.slice(3) ?? event.target.closest?.(".card[data-claim]")?.dataset.claim;
    const card = cards().find((each) => each.dataset.claim === id);
    if (card) choose(card, Boolean(link));
  });

  // Selected words, as characters of the text. A letter may be two units of the browser.
  const placeOf = (node, offset) => {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("[data-at]");
    if (!piece || node.nodeType !== Node.TEXT_NODE) return null;
    return Number(piece.dataset.at) + [...node.data.slice(0, offset)].length;
  };
  const selected = () => {
    const selection = getSelection();
    const text = document.querySelector(".text[data-add]");
    if (!text?.dataset.add || !selection || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return null;
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : `${text.dataset.add}?start=${start}&end=${end}`;
  };
  const pick = document.createElement("a");
  pick.className = "button small pick";
  pick.hidden = true;
  document.addEventListener("selectionchange", () => {
    const address = selected();
    pick.hidden = !address;
    if (!address) return;
    const link = document.querySelector('[data-key="s"]');
    if (!link) return void (pick.hidden = true);
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    pick.textContent = link.textContent;
    pick.href = address;
    pick.style.insetBlockStart = `${scrollY + box.bottom + 6}px`;
    pick.style.insetInlineStart = `${scrollX + box.left}px`;
    if (!pick.isConnected) document.body.append(pick);
  });

  const begin = () => {
    document.querySelector(".keys")?.removeAttribute("hidden");
    choose(chosen(), true);
  };
  document.addEventListener("htmx:afterSettle", begin);
  begin();
})();
