//! Made-up companies: every kind that an issuer meets.

use card::{CompanyName, Industry, OrganisationNumber};
use chrono::{Days, NaiveDate};
use registers::{Approval, ApprovalStanding, Memory, Nace, Register, Standing, Unit};

use crate::example::{Example, Examples};

/// Numbers that one company takes: its own, and its sub-units'.
const NUMBERS: u32 = 4;

/// A company that was put into the registers.
#[derive(Debug)]
pub(crate) struct Company {
    pub(crate) number: OrganisationNumber,
    pub(crate) sub_units: Vec<OrganisationNumber>,
    pub(crate) industry: Industry,
    pub(crate) kind: Kind,
}

/// What is the matter with a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    InOrder,
    Foreign,
    StaffingAgency,
    StaffingAgencyNotRegistered,
    Bankrupt,
    WindingUp,
    ForcedWindingUp,
    Deleted,
    Removed,
    SubUnitDeleted,
    NoVat,
    NotInBusinessRegister,
    OtherIndustryCode,
    NeverAppliedForApproval,
    ApprovalPending,
    ApprovalRefused,
}

impl Kind {
    /// Half of all companies are in order; the others follow one another.
    fn of(n: u32) -> Self {
        match n % 40 {
            10 => Self::Bankrupt,
            11 => Self::NoVat,
            12 => Self::NotInBusinessRegister,
            13 | 33 => Self::Foreign,
            14 | 36 => Self::ApprovalRefused,
            15 => Self::StaffingAgency,
            16 => Self::NeverAppliedForApproval,
            17 => Self::Deleted,
            18 => Self::WindingUp,
            19 => Self::OtherIndustryCode,
            30 | 34 => Self::ApprovalPending,
            31 => Self::SubUnitDeleted,
            32 => Self::StaffingAgencyNotRegistered,
            35 => Self::ForcedWindingUp,
            37 => Self::Removed,
            _ => Self::InOrder,
        }
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::InOrder => "in_order",
            Self::Foreign => "foreign",
            Self::StaffingAgency => "staffing_agency",
            Self::StaffingAgencyNotRegistered => "staffing_agency_not_registered",
            Self::Bankrupt => "bankrupt",
            Self::WindingUp => "winding_up",
            Self::ForcedWindingUp => "forced_winding_up",
            Self::Deleted => "deleted",
            Self::Removed => "removed",
            Self::SubUnitDeleted => "sub_unit_deleted",
            Self::NoVat => "no_vat",
            Self::NotInBusinessRegister => "not_in_business_register",
            Self::OtherIndustryCode => "other_industry_code",
            Self::NeverAppliedForApproval => "never_applied_for_approval",
            Self::ApprovalPending => "approval_pending",
            Self::ApprovalRefused => "approval_refused",
        }
    }
}

/// Three in four build, as in the scheme; cleaning and car care stand where [`Kind::of`] has
/// something to say of their approval.
fn industry(n: u32) -> Industry {
    match n % 10 {
        0 | 6 => Industry::Cleaning,
        4 => Industry::CarCare,
        _ => Industry::Construction,
    }
}

impl Company {
    /// Makes the `n`th company and puts it into the registers.
    pub(crate) fn put(
        memory: &Memory,
        examples: &mut Examples,
        n: u32,
        first: u32,
        today: NaiveDate,
    ) -> Self {
        let at = first + n * NUMBERS;
        let number = people::organisation_number(at);
        let sub_units: Vec<_> =
            (0..=n % 3).map(|sub| people::organisation_number(at + 1 + sub)).collect();
        let company = Self { number, sub_units, industry: industry(n), kind: Kind::of(n) };
        company.put_units(memory, at, today);
        company.put_approvals(memory, today);
        if let Some(sub_unit) = company.sub_units.first() {
            examples.note(company.example(company.kind.as_str(), *sub_unit));
        }
        company
    }

    /// An example of a kind, at one of its sub-units.
    pub(crate) fn example(&self, kind: &'static str, sub_unit: OrganisationNumber) -> Example {
        let (company, industry) = (self.number, self.industry);
        Example { kind, company, sub_unit, industry, person: None }
    }

    fn put_units(&self, memory: &Memory, at: u32, today: NaiveDate) {
        let since = today.checked_sub_days(Days::new(100));
        let standing = match self.kind {
            Kind::Bankrupt => Standing::Bankrupt { since },
            Kind::WindingUp => Standing::WindingUp { since },
            Kind::ForcedWindingUp => Standing::ForcedWindingUp { since },
            _ => Standing::Active,
        };
        let name = self.name(u64::from(at) << 16);
        let form = ["NUF", "ENK", "DA"].into_iter().find(|form| name.as_str().ends_with(form));
        let main = Unit {
            number: self.number,
            name,
            main_unit: None,
            form: form.unwrap_or("AS").to_owned(),
            industries: self.codes(),
            vat: self.kind != Kind::NoVat,
            in_business_register: self.kind != Kind::NotInBusinessRegister,
            standing,
            employees: Some(5 + at % 90),
        };
        for number in &self.sub_units {
            memory.put_unit(Unit {
                number: *number,
                main_unit: Some(self.number),
                form: "BEDR".to_owned(),
                vat: false,
                in_business_register: false,
                standing: Standing::Active,
                ..main.clone()
            });
        }
        memory.put_unit(main);
        match self.kind {
            Kind::Deleted => memory.delete_unit(self.number, since),
            Kind::Removed => memory.delete_unit(self.number, None),
            Kind::SubUnitDeleted => {
                self.sub_units.iter().for_each(|number| memory.delete_unit(*number, since));
            }
            _ => {}
        }
    }

    /// The first name from `n` on that fits what the company does, and where it is from.
    fn name(&self, n: u64) -> CompanyName {
        let fits = |name: &CompanyName| {
            let does = |words: &[&str]| words.iter().any(|word| name.as_str().contains(word));
            let (cleans, cares) = (does(&["Ren", "Vask"]), does(&["Bil", "Hjul"]));
            let industry = match self.industry {
                Industry::Cleaning => cleans && !cares,
                Industry::CarCare => cares && !cleans,
                Industry::Construction => !cleans && !cares,
            };
            industry && name.as_str().ends_with("NUF") == (self.kind == Kind::Foreign)
        };
        let names = || (n..n + 500).map(people::company_name);
        names().find(fits).unwrap_or_else(|| people::company_name(n))
    }

    fn codes(&self) -> Vec<Nace> {
        let code = match (self.kind, self.industry) {
            (Kind::StaffingAgency | Kind::StaffingAgencyNotRegistered, _) => "78.200",
            (Kind::OtherIndustryCode, _) => "56.101",
            (_, Industry::Construction) => "41.200",
            (_, Industry::Cleaning) => "81.210",
            (_, Industry::CarCare) => "45.200",
        };
        code.parse().ok().into_iter().collect()
    }

    fn put_approvals(&self, memory: &Memory, today: NaiveDate) {
        let approval =
            |standing| Some(Approval { standing, since: today.checked_sub_days(Days::new(400)) });
        let standing = match self.kind {
            Kind::NeverAppliedForApproval => None,
            Kind::ApprovalPending => approval(ApprovalStanding::Pending),
            Kind::ApprovalRefused => approval(ApprovalStanding::NotApproved),
            _ => approval(ApprovalStanding::Approved),
        };
        let register = match self.industry {
            Industry::Construction => None,
            Industry::Cleaning => Some(Register::Cleaning),
            Industry::CarCare => Some(Register::CarCare),
        };
        if let Some(register) = register {
            memory.set_approval(register, self.number, standing);
        }
        if self.kind == Kind::StaffingAgency {
            let approved = approval(ApprovalStanding::Approved);
            memory.set_approval(Register::Staffing, self.number, approved);
        }
    }
}
