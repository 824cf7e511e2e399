process.env.CLINIC_WIDGETS_BUILD="1";
import { getPayload } from "payload";
const m = await import("../dist/payload.config.mjs"); const config = await m.default; console.log(typeof config.then, "loaded");
const proxied = new Proxy(config, { get(t,k) { console.log("get", String(k)); return t[k]; } });
const p = await getPayload({ config: proxied, disableDBConnect: true, disableOnInit: true }); console.log("got");
