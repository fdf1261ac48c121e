declare module 'systemd-notify' {
  /** Starts `systemd-notify` before it returns, with the environment of that moment; resolves at its exit with 0, else rejects. */
  export default function notify(news: { readonly ready?: true; readonly status?: string }): Promise<unknown>
}
