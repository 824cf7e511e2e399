/** Whether whoever works in this window is still logged in. A lost login is found by what the server refuses. */

type Send = typeof fetch;

export class Session {
  readonly #api: string;
  readonly #send: Send;
  readonly #listeners = new Set<() => void>();
  #isLost = false;
  #asking: Promise<void> | undefined;
  #logins = 0;

  /** `api` is the path of the REST API, `send` what sends a request. */
  constructor(api: string, send: Send) {
    this.#api = api;
    this.#send = send;
  }

  readonly isLost = (): boolean => this.#isLost;

  /** Calls `listener` when the login is lost or found again; returns what ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks the server who is logged in, when something was refused that is allowed to some. Once at a time. */
  check(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** Whether nobody is logged in; if so, it answers when somebody has logged in again. */
  async waitForLogin(): Promise<boolean> {
    await this.check();
    if (!this.#isLost) return false;
    await new Promise<void>((resolve) => {
      const end = this.subscribe(() => {
        end();
        resolve();
      });
    });
    return true;
  }

  /** Makes the login last from now on. A server that does not answer says nothing about the login. */
  async prolong(): Promise<void> {
    const response = await this.#post("/users/refresh-token");
    if (response && [400, 401, 403].includes(response.status)) await this.check();
  }

  /** Logs in again; answers why not, if so. */
  async logIn(email: string, password: string): Promise<string | undefined> {
    const response = await this.#post("/users/login", { email, password });
    if (!response) return "The server did not answer. Try again.";
    if (response.ok) {
      this.#logins++;
      this.#set(false);
      return undefined;
    }
    const answer = (await response.json().catch(() => undefined)) as
      | { errors?: { message?: string }[] }
      | undefined;
    return answer?.errors?.[0]?.message ?? "You could not be logged in. Try again.";
  }

  async #ask(): Promise<void> {
    const logins = this.#logins;
    const response = await this.#send(`${this.#api}/users/me`, { credentials: "include" }).catch(
      () => undefined,
    );
    if (!response?.ok) return;
    const { user } = (await response.json().catch(() => ({ user: undefined }))) as { user?: unknown };
    // What was asked before somebody logged in again says nothing any more.
    if (user !== undefined && logins === this.#logins) this.#set(user === null);
  }

  #post(path: string, body?: object): Promise<Response | undefined> {
    return this.#send(`${this.#api}${path}`, {
      method: "POST",
      credentials: "include",
      ...(body ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {}),
    }).catch(() => undefined);
  }

  #set(isLost: boolean): void {
    if (this.#isLost === isLost) return;
    this.#isLost = isLost;
    for (const listener of this.#listeners) listener();
  }
}
