import { bare } from "../shared/bare";
import type { Answer, Card } from "./keys";
import { post } from "./service";

/** The service's answer to a typed code; see `/openapi.json`. */
interface CheckedTyped {
  verdict: Answer["verdict"];
  card_number: string;
  holder: string;
  photo: string | null;
  assurance: "app" | "wallet_pass";
  employments: Pick<Card, "company" | "organisation_number" | "industry">[];
}

export type TypedFault = "wrong" | "limited" | "malformed" | "offline";

/** Digits that the service did not take, and why. */
export class TypedError extends Error {
  constructor(readonly fault: TypedFault) {
    super(fault);
  }
}

/** Has the service check a card number and six digits. */
export async function checkTyped(cardNumber: string, code: string): Promise<Answer> {
  let answer: Response;
  try {
    answer = await post("/check-typed", { card_number: bare(cardNumber), code: bare(code) });
  } catch {
    throw new TypedError("offline");
  }
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => ({}))) as { code?: string };
    const faults: Record<string, TypedFault> = {
      typed_code_wrong: "wrong",
      rate_limited: "limited",
      malformed: "malformed",
    };
    throw new TypedError(faults[problem.code ?? ""] ?? "offline");
  }
  const checked = (await answer.json()) as CheckedTyped;
  const job = checked.employments[0];
  return {
    verdict: checked.verdict,
    because: null,
    card: job
      ? { ...job, number: checked.card_number, holder: checked.holder, photo: checked.photo }
      : null,
    wallet_pass: checked.assurance === "wallet_pass",
    code_age_seconds: null,
    data_age_seconds: 0,
  };
}
