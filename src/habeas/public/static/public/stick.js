// Searches the pages of a memory stick: by sound, in any script, with files that are loaded as
// scripts, since a page that was opened from a disk may fetch nothing else. Nothing is kept.
"use strict";
(() => {
  const form = document.querySelector("form.seek");
  const field = document.querySelector("#sought");
  const list = document.querySelector("#found");
  const nothing = document.querySelector("#nothing");
  const letters = window.habeasLetters;
  if (!form || !field || !list || !letters) return;
  const folds = letters.folds.map(([pattern, sound]) => [new RegExp(pattern, "g"), sound]);
  const MOST = 100;
  const loaded = new Map();
  const waiting = new Map();

  const receive = (name, value) => waiting.get(name)?.(value);
  window.habeasWords = (number, words) => receive(`words-${number}`, words);
  window.habeasEntries = (number, entries) => receive(`entries-${number}`, entries);
  const load = (name) => {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve) => {
        waiting.set(name, resolve);
        const script = document.createElement("script");
        script.src = `${name}.js`;
        script.onerror = () => resolve(name.startsWith("words") ? {} : []);
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  };

  const latin = (text) => [...text.toLowerCase().normalize("NFC")]
    .map((letter) => letters.table[letter] ?? letter.normalize("NFD").replace(/\p{M}/gu, ""))
    .join("");
  const sound = (word) => folds.reduce((told, [pattern, to]) => told.replace(pattern, to), word);
  const soundsOf = (text) => latin(text).replace(/['`’ʼ]/g, "").split(/[^a-z0-9]+/)
    .filter(Boolean).map(sound).filter(Boolean);
  const shardOf = (word) => (/^[a-z]/.test(word) ? word.charCodeAt(0) - 96 : 0);

  // Letters too many, too few, others, or two that changed places; more than `most` is Infinity.
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return Infinity;
    let [before, last] = [[], [...Array(other.length + 1).keys()]];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...row) > most) return Infinity;
      [before, last] = [last, row];
    }
    return last[other.length] > most ? Infinity : last[other.length];
  };
  const errorsIn = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);
  const score = (known, word) => {
    if (known === word) return 1;
    if (word.length > 2 && known.startsWith(word)) return 0.8;
    const errors = errorsIn(word);
    return errors ? 0.6 / distance(known, word, errors) : 0;
  };
  const placesOf = async (word) => {
    const places = new Map();
    for (const [known, distances] of Object.entries(await load(`words-${shardOf(word)}`))) {
      const value = score(known, word);
      let place = 0;
      for (const distance of value ? distances : []) {
        place += distance;
        places.set(place, Math.max(value, places.get(place) ?? 0));
      }
    }
    return places;
  };
  const found = async (text) => {
    const words = soundsOf(text);
    if (!words.length) return [];
    const each = await Promise.all(words.map(placesOf));
    const common = [...each[0].keys()].filter((place) => each.every((one) => one.has(place)));
    const total = (place) => each.reduce((sum, one) => sum + one.get(place), 0);
    return common.sort((a, b) => total(b) - total(a) || a - b).slice(0, MOST);
  };

  const show = async (event) => {
    event.preventDefault();
    const places = await found(field.value);
    const items = await Promise.all(places.map(async (place) => {
      const entries = await load(`entries-${Math.floor(place / letters.size)}`);
      const [href, title, beside] = entries[place % letters.size];
      const item = document.createElement("li");
      const line = document.createElement("p");
      const link = document.createElement("a");
      const name = document.createElement("bdi");
      line.className = "title";
      link.href = `../${href}`;
      name.textContent = title;
      link.append(name);
      line.append(link);
      item.append(line);
      if (beside) {
        const more = document.createElement("p");
        more.className = "in";
        more.textContent = beside;
        item.append(more);
      }
      return item;
    }));
    list.replaceChildren(...items);
    list.hidden = !items.length;
    nothing.hidden = Boolean(items.length);
  };
  form.addEventListener("submit", show);
})();
