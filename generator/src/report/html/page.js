"use strict";
(() => {
  const form = document.getElementById("filter");
  const status = document.getElementById("shown");
  const none = document.getElementById("none");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const group = form.elements.namedItem("group");
  const text = form.elements.namedItem("text");
  const details = [...document.querySelectorAll("details")];
  const sections = [...document.querySelectorAll("section[data-group]")].map((element) => ({
    element,
    group: element.dataset.group,
    findings: [...element.querySelectorAll("article")].map((article) => ({ article, words: null })),
  }));
  const all = sections.reduce((sum, section) => sum + section.findings.length, 0);

  // The words of a finding are read when they are first searched.
  const words = (finding) => (finding.words ??= finding.article.textContent.toLowerCase());

  function apply() {
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const search = text.value.trim().toLowerCase();
    let shown = 0;
    for (const section of sections) {
      let inSection = 0;
      const inGroup = group.value === "" || section.group === group.value;
      for (const finding of section.findings) {
        const fits =
          inGroup && wanted.has(finding.article.dataset.severity) && (search === "" || words(finding).includes(search));
        finding.article.hidden = !fits;
        inSection += fits ? 1 : 0;
      }
      section.element.hidden = inSection === 0;
      shown += inSection;
    }
    for (const fold of details) {
      const left = fold.querySelector("article:not([hidden])");
      fold.hidden = left === null;
      fold.open ||= search !== "" || group.value !== "";
    }
    none.hidden = shown > 0 || all === 0;
    status.textContent = shown === all ? `All ${all} findings are shown` : `${shown} of ${all} findings are shown`;
  }

  function remember() {
    const state = new URLSearchParams();
    if (boxes.some((box) => !box.checked)) {
      state.set("severity", boxes.filter((box) => box.checked).map((box) => box.value).join(","));
    }
    if (group.value !== "") state.set("group", group.value);
    if (text.value !== "") state.set("text", text.value);
    try {
      history.replaceState(null, "", `#${state}`);
    } catch {
      // A page without an address of its own has nothing to remember in.
    }
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) return;
    const state = new URLSearchParams(hash);
    const severities = state.get("severity");
    for (const box of boxes) box.checked = severities === null || severities.split(",").includes(box.value);
    const wanted = state.get("group") ?? "";
    group.value = [...group.options].some((option) => option.value === wanted) ? wanted : "";
    text.value = state.get("text") ?? "";
  }

  let waiting;
  const changed = () => {
    apply();
    remember();
  };
  form.addEventListener("change", changed);
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 150);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed));
  addEventListener("hashchange", () => {
    recall();
    apply();
  });
  addEventListener("beforeprint", () => details.forEach((fold) => (fold.open = true)));

  form.hidden = all === 0;
  recall();
  apply();
})();
