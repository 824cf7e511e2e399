/** A clinic in one language -> what its file says. Pure, and field by field, as in `contract.ts`. */
import type {
  BookingLink,
  ClinicFile,
  OpeningHours,
  RichText,
  SpecialDay,
  Theme,
} from "@clinic-widgets/shared";
import { periodsOf } from "../documents/openingPeriods.ts";
import type { Localized } from "../documents/types.ts";
import { emergencyUrl, phoneUrl, plainPhone, telLink } from "../input/phone.ts";
import { attempt, type ReportFault } from "./faults.ts";
import { rowsOf } from "./rows.ts";
import { type Fields, type FileContent, omitEmpty, type Unchecked } from "./unchecked.ts";

/** The disclaimer that holds for a clinic, and the language that it is written in when it is not the file's. */
export type Disclaimer = { text: RichText; lang?: string | undefined };

/** Its disclaimer is chosen by itself. */
type LocalizedClinic = Omit<Localized<"clinics">, "disclaimer">;

type ClinicContext = {
  disclaimer: Disclaimer;
  emergencyNumber: string | undefined;
  specialDays: Unchecked<SpecialDay>[] | undefined;
  topics: string[];
};

type ClinicData = Omit<FileContent<"clinic">, "kind" | "locale" | "clinic">;

export function clinicFileData(
  clinic: LocalizedClinic,
  context: ClinicContext,
  report: ReportFault,
): Unchecked<ClinicData> {
  const address = clinic.address ?? {};
  return omitEmpty<ClinicData>({
    lang: clinic.lang,
    name: clinic.name,
    city: clinic.city,
    address: address.country ? addressOf(address) : undefined,
    ...phoneOf(clinic.phone, address.country),
    email: clinic.email,
    website: clinic.website,
    timezone: clinic.timezone,
    hours: attempt(report, ["hours"], () => hoursOf(clinic.hours)) ?? [],
    specialDays: context.specialDays,
    bookingLinks:
      attempt(report, ["bookingLinks"], () =>
        rowsOf(clinic.bookingLinks).map(
          ({ slug, label, url, kind }): Fields<BookingLink> => ({
            slug,
            label,
            url: url && telLink(url),
            kind,
          }),
        ),
      ) ?? [],
    theme: attempt(report, ["theme"], () => themeOf(clinic.theme ?? {})) ?? {},
    disclaimer: context.disclaimer.text,
    disclaimerLang: context.disclaimer.lang,
    // Without one, texts say "your local emergency number" in the reader's language.
    ...emergencyOf(context.emergencyNumber),
    topics: context.topics,
  });
}

/** A number as readers see it, and what dials it. A damaged one is for the contract to refuse. */
const phoneOf = (phone: LocalizedClinic["phone"], country: string | null | undefined) =>
  typeof phone === "string" && phone
    ? { phone: plainPhone(phone), phoneUrl: phoneUrl(phone, country) }
    : { phone, phoneUrl: undefined };

const emergencyOf = (number: string | undefined) => ({
  emergencyNumber: number && plainPhone(number),
  emergencyUrl: number && emergencyUrl(number),
});

const addressOf = ({
  street,
  unit,
  locality,
  region,
  postalCode,
  country,
}: NonNullable<LocalizedClinic["address"]>) =>
  omitEmpty<NonNullable<ClinicFile["address"]>>({ street, unit, locality, region, postalCode, country });

const hoursOf = (hours: LocalizedClinic["hours"]): Fields<OpeningHours>[] => rowsOf(hours).flatMap(periodsOf);

const themeOf = ({ accent, accentText, radius }: NonNullable<LocalizedClinic["theme"]>) =>
  omitEmpty<Theme>({ accent, accentText, radius });
