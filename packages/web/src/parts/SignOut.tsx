import { useNavigate } from '@tanstack/react-router';
import { api, queries } from '../api.ts';
import { useLanguage } from '../language/context.tsx';

/** Ends this session, forgets what the page knows, and goes to the front page. */
export function SignOut({ className }: { readonly className: string }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await api.post('/api/v1/session/end', {});
    queries.clear();
    await navigate({ to: '/' });
  };
  return (
    <button className={className} type="button" onClick={() => void leave()}>
      {t('nav.sign-out')}
    </button>
  );
}
