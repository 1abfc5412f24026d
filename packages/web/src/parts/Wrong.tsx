/** What went wrong, where it was done. */
export function Wrong({ words }: { readonly words: string | null }) {
  return words === null ? null : (
    <p className="say wrong top-2" role="alert">
      {words}
    </p>
  );
}
