/**
 * The words of the screens, typed by one lookup per call.
 *
 * The package's own type tries five overloads over every key there is, at each call: three quarters of the time of a
 * type check. This one asks the key alone how many values it takes.
 */
import { type GeneratedI18nStructure, i18n as untyped } from '#i18n';

type Structure = Omit<GeneratedI18nStructure, `@@${string}`>;
type Value = string | number;
type Values<Count, Found extends Value[] = []> = Found['length'] extends Count
  ? Found
  : Values<Count, [...Found, Value]>;

type Arguments<Entry> = Entry extends { plural: true; substitutions: infer Count }
  ? Count extends 0 | 1
    ? [n: number, values?: [Value]]
    : [n: number, values: Values<Count>]
  : Entry extends { substitutions: infer Count }
    ? Count extends 0
      ? []
      : [values: Values<Count>]
    : never;

interface I18n {
  /**
   * The sentence of a key in the language of the browser.
   *
   * @param key As in assets/locales, its parts joined by dots.
   * @param rest The values of $1, $2 …; where the sentence depends on a number, that number first.
   */
  t<Key extends keyof Structure>(key: Key, ...rest: Arguments<Structure[Key]>): string;
}

export const i18n: I18n = untyped as unknown as I18n;
