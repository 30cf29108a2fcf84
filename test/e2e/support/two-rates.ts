/** How many looks found something, and how many did not; the rate counts for such a part of the whole. */
interface Looked {
  weight: number;
  yes: number;
  no: number;
}

const steps = 500;

/** Points between 0 and 1 with the weight that Jeffreys' posterior, Beta(yes + ½, no + ½), gives them. */
function posterior({ yes, no }: Looked): [rate: number, density: number][] {
  return Array.from({ length: steps }, (_step, place) => {
    const rate = (place + 0.5) / steps;
    return [rate, rate ** (yes - 0.5) * (1 - rate) ** (no - 0.5)];
  });
}

/** The middle 95 % of two rates taken together, added up over a grid: no draw of chance is in it. */
export function middleOf([one, other]: readonly [Looked, Looked]): { low: number; high: number } {
  const mass = Array.from({ length: 2_000 }, () => 0);
  const others = posterior(other);
  for (const [rate, density] of posterior(one))
    for (const [rateOfOther, densityOfOther] of others) {
      const place = Math.floor(mass.length * (one.weight * rate + other.weight * rateOfOther));
      mass[place] = (mass[place] ?? 0) + density * densityOfOther;
    }
  const whole = mass.reduce((sum, each) => sum + each, 0);
  const quantile = (share: number) => {
    let sum = 0;
    return mass.findIndex((each) => (sum += each) >= share * whole) / mass.length;
  };
  return { low: quantile(0.025), high: quantile(0.975) };
}
