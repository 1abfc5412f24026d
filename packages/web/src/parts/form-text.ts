/** What stands in a field of a form, without the space around it; empty where there is no such field, or it holds a file. */
export function formText(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
