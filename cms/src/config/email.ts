/** E-mail, such as "I forgot my password". Without SMTP no letter is sent, and the log says so. */
import nodemailer from "nodemailer";
import type { EmailAdapter } from "payload";
import type { Env } from "./env.ts";

/** Payload's e-mail adapter over SMTP; Payload's own is not published for the version that we run. */
export const emailAdapter = (env: Env): EmailAdapter => {
  const from = env.smtp?.from ?? `no-reply@${new URL(env.publicUrl).hostname}`;
  const transport = env.smtp ? nodemailer.createTransport(env.smtp.url) : undefined;
  return ({ payload }) => ({
    // Whoever must know beforehand asks for the name.
    name: transport ? "smtp" : "none",
    defaultFromAddress: from,
    defaultFromName: "Clinic Widgets",
    sendEmail: async (message) => {
      if (transport) return transport.sendMail({ from: `"Clinic Widgets" <${from}>`, ...message });
      // The text holds one-time links: it is not logged, only that it could not be sent.
      payload.logger.warn({
        msg: `An e-mail ("${message.subject}") was not sent, because SMTP_URL is not set.`,
      });
      return undefined;
    },
  });
};
