/** Finds elements as the circuit renders them. */

/** Calls back for each element that matches, those that are there and those that will come. */
export function onAdded(selector, found) {
  const seen = new WeakSet();
  const look = (root) => {
    if (root.matches?.(selector)) adopt(root);
    root.querySelectorAll?.(selector).forEach(adopt);
  };
  const adopt = (element) => {
    if (seen.has(element)) return;
    seen.add(element);
    found(element);
  };
  new MutationObserver((changes) => {
    for (const change of changes) change.addedNodes.forEach(look);
  }).observe(document.body, { childList: true, subtree: true });
  look(document.body);
}
