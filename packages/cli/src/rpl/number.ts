/** Whether a word is the number of an application, a request or a piece of evidence. */
export const isNumber = (word: string | undefined): word is string => word !== undefined && /^[0-9]{1,15}$/u.test(word);
