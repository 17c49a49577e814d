// Light, dark, or as the system is. The style sheet knows both; here it is only said which.

export type Theme = "system" | "light" | "dark";
const KEPT = "buono:theme";

class Appearance {
  theme = $state<Theme>("system");
}

export const appearance = new Appearance();

export function wear(theme: Theme) {
  appearance.theme = theme;
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEPT, theme);
  } catch {
    // It is worn until the page is closed.
  }
}

try {
  const kept = localStorage.getItem(KEPT);
  if (kept === "light" || kept === "dark") wear(kept);
} catch {
  // As the system is.
}
