import { Logo } from "./brand/Logo.tsx";

/** Stands where Payload would let anybody register while there is no user: says where the one-time link is found. */
export function FirstUserNotice() {
  return (
    <div className="clinic-first-user">
      <Logo />
      <h1>Nobody can log in yet</h1>
      <p>
        The first administrator is created with a link that works once. The server printed it when it started:
        look at the terminal, or at the log of the machine that runs it.
      </p>
      <p>To get a new link, run this where Clinic Widgets is installed:</p>
      <pre>
        <code>npm run admin-link</code>
      </pre>
    </div>
  );
}
