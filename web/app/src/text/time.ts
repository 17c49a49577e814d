// Moments and days as a reader of that language writes them, in the customer's time zone.

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let known = formats.get(key);
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, options)));
  return known;
}

const DAY = { day: "numeric", month: "short", year: "numeric" } as const;
const CLOCK = { hour: "2-digit", minute: "2-digit" } as const;

/** 20 Nov 2026 */
export function day(moment: string, language: string, timeZone?: string): string {
  return format(language, { ...DAY, ...zone(timeZone) }).format(new Date(moment));
}

/** A calendar day, which is no moment and is in no time zone: 20 November 2026 */
export function date(day: string, language: string): string {
  return format(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
}

/** 20 Nov 2026, 11:12 */
export function moment(moment: string, language: string, timeZone?: string): string {
  return format(language, { ...DAY, ...CLOCK, ...zone(timeZone) }).format(new Date(moment));
}

/** 20 November 2026 at 11:12:13 CET: for what has to be told to the second. */
export function exactly(moment: string, language: string, timeZone?: string): string {
  const options = { day: "numeric", month: "long", year: "numeric", ...CLOCK, second: "2-digit", timeZoneName: "short" } as const;
  return format(language, { ...options, ...zone(timeZone) }).format(new Date(moment));
}

/** A period as ISO 8601 has it: `P1M` is 1 month. */
export function period(iso: string, language: string): string {
  const [, count = "1", unit = "M"] = /^P(\d+)([DWMY])$/.exec(iso) ?? [];
  const units: Record<string, string> = { D: "day", W: "week", M: "month", Y: "year" };
  return new Intl.NumberFormat(language, { style: "unit", unit: units[unit] ?? "month", unitDisplay: "long" }).format(Number(count));
}

/** An unknown time zone is no reason to show nothing. */
function zone(timeZone: string | undefined): { timeZone?: string } {
  if (!timeZone) return {};
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return { timeZone };
  } catch {
    return {};
  }
}
