import { define } from "../definition.ts";
import { flag, oneOf } from "../options.ts";
import { faqStyles } from "./faq.styles.ts";
import { renderFaq } from "./faq.template.ts";

export const faqOptions = { open: oneOf(["none", "first", "all"], "none"), single: flag };

export const faq = define({ name: "faq", styles: [faqStyles], options: faqOptions, template: renderFaq });
