/** The employer that should be here: a main unit or a sub-unit. */
export interface Employer {
  number: string;
  name: string;
}
