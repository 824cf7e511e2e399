/** What a backup holds, by its name in the data folder. */
export const DATABASE = "cms.sqlite";
export const SECRET = "secret";
export const STORE = "store";
export const CONTENTS = [DATABASE, SECRET, STORE] as const;
