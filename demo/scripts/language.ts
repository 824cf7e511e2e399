/** The partner's own language switch: the widgets follow the page's `lang` by themselves. */
const WORDS: Record<string, Record<string, string>> = {
  en: {
    title: "Dry Needling for Runners · Riverside",
    skip: "Go to the article",
    tagline: "Acupuncture & Dry Needling",
    treatments: "Treatments",
    injuries: "Injuries",
    about: "About",
    book: "Book a visit",
    running: "Running",
    heading: "Dry Needling for Runners",
    subtitle: "A research-informed option for running injuries and for recovery after training",
    contents: "On this page",
    "how-it-helps": "How Dry Needling May Support Your Running",
    "running-injuries": "Dry Needling and Common Running Injuries",
    "when-to-use-it": "When Should Runners Use Dry Needling?",
    conclusion: "The Bottom Line",
    questions: "Questions",
    sources: "Sources",
    "ask-article": "What can dry needling do for you? Ask us:",
    "ask-questions": "Do you have a question? Ask us:",
    "ask-visit": "Would you like to visit us? Call us:",
    disclaimer: "This page is general information, not medical advice. In an emergency, call 911.",
    "made-up": "Riverside is a made-up clinic.",
    built: "How this page was built",
    switch: "Español",
  },
  es: {
    title: "Punción seca para corredores · Riverside",
    skip: "Ir al artículo",
    tagline: "Acupuntura y punción seca",
    treatments: "Tratamientos",
    injuries: "Lesiones",
    about: "La clínica",
    book: "Reservar",
    running: "Correr",
    heading: "Punción seca para corredores",
    subtitle:
      "Una opción que toma en cuenta la investigación, para las lesiones de corredores y para la recuperación después del entrenamiento",
    contents: "En esta página",
    "how-it-helps": "Cómo la punción seca puede ayudarle a correr",
    "running-injuries": "La punción seca y las lesiones comunes de corredores",
    "when-to-use-it": "¿Cuándo conviene usar la punción seca?",
    conclusion: "En resumen",
    questions: "Preguntas",
    sources: "Fuentes",
    "ask-article": "¿Qué puede hacer la punción seca por usted? Pregúntenos:",
    "ask-questions": "¿Tiene alguna pregunta? Llámenos:",
    "ask-visit": "¿Quiere visitarnos? Llámenos:",
    disclaimer: "Esta página ofrece información general, no consejo médico. En una emergencia, llame al 911.",
    "made-up": "Riverside es una clínica inventada.",
    built: "Cómo se hizo esta página",
    switch: "English",
  },
};

const root = document.documentElement;

function show(language: string): void {
  const words = WORDS[language] ?? {};
  root.lang = language;
  document.title = words.title ?? document.title;
  for (const element of document.querySelectorAll<HTMLElement>("[data-words]"))
    element.textContent = words[element.dataset.words ?? ""] ?? "";
  document.querySelector(".language")?.setAttribute("lang", language === "en" ? "es" : "en");
}

document.querySelector(".language")?.addEventListener("click", () => show(root.lang === "en" ? "es" : "en"));
if (new URLSearchParams(location.search).get("lang") === "es") show("es");
