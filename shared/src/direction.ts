const RTL_LANGUAGES = /^(?:arc?|ckb|dv|fa|he|ps|sd|ug|ur|yi)(?:-|$)/i;
const RTL_SCRIPTS = /^(?:Adlm|Arab|Hebr|Nkoo|Syrc|Thaa)$/i;

/** The direction in which `locale` is written: that of its script where it names one (`pa-Arab`), else of its language. */
export function directionOf(locale: string): "ltr" | "rtl" {
  const script = locale.split("-").find((part) => /^[a-z]{4}$/i.test(part));
  return (script ? RTL_SCRIPTS.test(script) : RTL_LANGUAGES.test(locale)) ? "rtl" : "ltr";
}
