// An invented tracker's export: the tasks of a crew that the company did not have before. Seeded, so always the same.

const CREW = "Harbour crew";
const PEOPLE = ["Joris Wiersma", "Maud Hoekstra", "Tygo Bakker"];
const KINDS = ["Feature", "Fault", "Service"];
/** The first and the last day on which a task begins; the last ones are still open. */
const FIRST = Date.UTC(2025, 2, 3);
const TASKS = 240;
const OPEN = 6;
const DAY_MS = 86_400_000;

/** The same numbers in the same order: Lehmer's generator, as Park and Miller chose it. */
function luck(seed) {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function workday(day) {
  const of = new Date(FIRST + day * DAY_MS);
  const weekday = of.getUTCDay();
  return weekday === 0 ? day + 1 : weekday === 6 ? day + 2 : day;
}

const dateOf = (day) => new Date(FIRST + workday(day) * DAY_MS).toISOString().slice(0, 10);

/** The export, as CSV. */
export function history() {
  const next = luck(4711);
  const rows = ["Key,Created,Started,Finished,Estimate,Actual,Kind,Team,Person,Title"];
  for (let number = 0; number < TASKS; number += 1) {
    const begun = Math.floor((number * 368) / TASKS);
    const estimate = 2 + Math.floor(next() * 30);
    const actual = Math.max(1, Math.round(estimate * (0.6 + next() * 1.1)));
    const isOpen = number >= TASKS - OPEN;
    const finished = begun + 1 + Math.floor(actual / 6);
    rows.push(
      [
        `HC-${number + 1}`,
        dateOf(Math.max(0, begun - 3)),
        `${dateOf(begun)}T09:00`,
        isOpen || finished > 370 ? "" : `${dateOf(finished)}T16:00`,
        estimate,
        isOpen || finished > 370 ? "" : actual,
        KINDS[Math.floor(next() * KINDS.length)],
        CREW,
        PEOPLE[number % PEOPLE.length],
        `Berth ${1 + Math.floor(next() * 40)}`,
      ].join(","),
    );
  }
  return `${rows.join("\n")}\n`;
}

export const TEAM = CREW;
