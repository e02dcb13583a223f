/** Digits as a machine wants them: people read and write them in groups. */
export const bare = (text: string) => text.replace(/\s/gu, "");
