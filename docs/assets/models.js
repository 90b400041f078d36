// Filters the table of models. Without this script the whole table stays.
document.addEventListener("DOMContentLoaded", () => {
  const table = document.querySelector(".model-table table, table.model-table");
  const form = document.querySelector(".model-filters");
  if (!table || !form) return;
  const rows = [...table.tBodies[0].rows];
  const count = document.querySelector(".model-count");
  const none = document.querySelector(".model-none");

  const states = (row, backend) =>
    backend ? [row.dataset[backend]] : [row.dataset.geminiApi, row.dataset.vertex];

  function filter() {
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const backend = { "gemini-api": "geminiApi", vertex: "vertex" }[form.elements.backend.value];
    const { value: state } = form.elements.state;
    const { value: kind } = form.elements.kind;
    let shown = 0;
    for (const row of rows) {
      const known = states(row, backend).filter((found) => found !== "never" && found !== "unknown");
      const fits =
        words.every((word) => row.dataset.words.includes(word)) &&
        (!backend || known.length > 0 || state === states(row, backend)[0]) &&
        (!state || states(row, backend).includes(state)) &&
        (!kind || row.dataset.kind === kind);
      row.hidden = !fits;
      shown += fits;
    }
    none.hidden = shown > 0;
    count.textContent = `${shown} of ${rows.length} models`;
    const chosen = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...chosen]) if (!value) chosen.delete(name);
    history.replaceState(null, "", chosen.size ? `?${chosen}` : location.pathname);
  }

  for (const [name, value] of new URLSearchParams(location.search))
    if (form.elements[name]) form.elements[name].value = value;
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
});
