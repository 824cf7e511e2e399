import type { PlainTexts } from "./texts.ts";

const RULES = new Intl.PluralRules("es");
/** "la 1:00", but "las 2:00". */
const las = (time: string): string =>
  `${RULES.select(Number.parseInt(time, 10)) === "one" ? "la" : "las"} ${time}`;

export const es: PlainTexts = {
  loading: "Cargando…",
  stale:
    "En este momento no se pudo comprobar si este texto ha cambiado. Si es importante, pregunte en su clínica.",
  whoWasStudied: "A quién se estudió",
  kindOfStudy: "Tipo de estudio",
  cannotTell: "Lo que no puede decir",
  source: (number) => `Fuente ${number}`,
  sources: "Fuentes",
  participants: (count) => (count === 1 ? "1 persona" : `${count.toLocaleString("es")} personas`),
  studyKinds: {
    "systematic-review": "Revisión sistemática",
    "randomized-controlled-trial": "Ensayo controlado aleatorizado",
    "controlled-trial": "Ensayo controlado no aleatorizado",
    "cohort-study": "Estudio de cohortes",
    "case-control-study": "Estudio de casos y controles",
    "case-series": "Serie de casos",
    "case-report": "Informe de caso",
    "critically-appraised-topic": "Tema evaluado críticamente",
    "clinical-commentary": "Comentario clínico",
    "narrative-review": "Revisión narrativa",
    guideline: "Guía clínica",
    "meta-analysis": "Metanálisis",
    "cross-sectional-study": "Estudio transversal",
    "laboratory-study": "Estudio en laboratorio o animales",
    preprint: "Prepublicación, sin revisión por pares",
  },
  directness: {
    direct: "Personas como aquellas a quienes se dirige esta página",
    partly: "En parte, personas como aquellas a quienes se dirige esta página",
    other: "Personas distintas de aquellas a quienes se dirige esta página",
  },
  alsoKnownAs: "También se conoce como",
  relatedInjuries: "Lesiones relacionadas",
  links: { doi: "DOI", pubmed: "PubMed", pmc: "Texto completo gratis", web: "Página web" },
  aboutStudy: "Sobre este estudio",
  evidenceLevel: (level) => `Nivel de evidencia: ${level} de 5`,
  status: {
    corrected: "La editorial ha corregido este estudio.",
    concern: "La editorial ha expresado dudas sobre este estudio.",
    retracted: "Retractado: la editorial ha retirado este estudio.",
  },
  otherVisits: "Otras visitas",
  openUntil: (time) => `Abierto ahora, hasta ${las(time)}`,
  openUntilDay: (day, time) => `Abierto ahora, hasta el ${day} a ${las(time)}`,
  openAllDay: "Abierto 24 horas",
  closed: "Cerrado ahora",
  opensToday: (time) => `Cerrado ahora, abre a ${las(time)}`,
  opensOn: (day, time) => `Cerrado ahora, abre el ${day} a ${las(time)}`,
  opensNext: (day, time) => `Cerrado ahora, abre el próximo ${day} a ${las(time)}`,
  openingHours: "Horario",
  closedDay: "Cerrado",
  allDay: "24 horas",
  closedOn: (day) => `Cerrado ${day}`,
  openOn: (day, hours) => `Abierto ${day} ${hours}`,
  emergency: (number) => ["En una emergencia, llame al ", number, "."],
  emergencyUnknown: "En una emergencia, llame al número de emergencias de su localidad.",
  reviewed: (date) => `Revisado por un profesional de la salud el ${date}`,
  nextReview: (date) => `Próxima revisión: ${date}`,
};
