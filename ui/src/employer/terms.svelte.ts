import type { Company, Industry, Terms } from "./api";

/** What an employer says once for all workers of an application. */
export class TermsForm {
  industry: Industry | null = $state(null);
  reason = $state("");
  subUnit = $state("");
  declared = $state(false);

  constructor(private readonly company: Company) {
    // Where only one industry can be meant, it is chosen already.
    if (company.fitting.length === 1) this.industry = company.fitting[0] ?? null;
    const only = company.sub_units.length === 1 ? company.sub_units[0] : undefined;
    this.subUnit = only?.organisation_number ?? company.organisation_number;
  }

  /** Whether the company's codes are known and don't fit. The service decides; this asks early. */
  get unfit(): boolean {
    const { industries, fitting } = this.company;
    return this.industry !== null && industries.length > 0 && !fitting.includes(this.industry);
  }

  /** The terms; `null` while something is missing. */
  get terms(): Terms | null {
    if (this.industry === null || !this.declared) return null;
    const reason = this.reason.trim();
    return {
      industry: this.industry,
      industry_reason: this.unfit && reason !== "" ? reason : null,
      sub_unit: this.subUnit,
      declaration: this.company.declaration.version,
    };
  }
}
