/** What a server function of ours answers when it does not do what it was asked: a sentence for whoever asked. */
export type Refusal = { refused: string };

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === "object" && answer !== null && "refused" in answer && typeof answer.refused === "string";
