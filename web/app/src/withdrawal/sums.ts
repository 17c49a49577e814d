// Sums of exact decimals, without binary floating point, and which lines go together.

/** Adds decimals that are texts: `"57.94"` and `"0.01"` are `"57.95"`. */
export function add(amounts: string[]): string {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.split(".")[1]?.length ?? 0));
  const whole = amounts.reduce((sum, amount) => sum + minor(amount, decimals), 0n);
  if (decimals === 0) return String(whole);
  const digits = String(whole < 0n ? -whole : whole).padStart(decimals + 1, "0");
  return `${whole < 0n ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function minor(amount: string, decimals: number): bigint {
  const [whole = "0", part = ""] = amount.split(".");
  return BigInt(whole + part.padEnd(decimals, "0"));
}

/** As the reader's language writes it. Takes the text as it is: a number would lose cents. */
export function money(amount: string, currency: string, language: string): string {
  return new Intl.NumberFormat(language, { style: "currency", currency }).format(amount as Intl.StringNumericLiteral);
}

interface Line {
  id: string;
  kind: string;
  planCode: string | null;
}

/** A set-up fee goes with its plan: the line before it of the same plan. */
export function withFees<Known extends Line>(lines: readonly Known[]): { line: Known; fees: Known[] }[] {
  const groups: { line: Known; fees: Known[] }[] = [];
  for (const line of lines) {
    const plan = line.kind === "INSTALLATION" ? groups.findLast((group) => group.line.planCode === line.planCode) : undefined;
    if (plan) plan.fees.push(line);
    else groups.push({ line, fees: [] });
  }
  return groups;
}
