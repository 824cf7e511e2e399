/**
 * Who may do what: the table that the product is held against. It is written from the roles' description alone and
 * shares no code with the access functions.
 *
 * yes     it is done, and only that
 * titles  the title of the document is disclosed, and nothing else of it
 * kept    the field keeps its value, while the rest of the change is saved
 * no      it is refused, and no row has changed
 */

/** `manager` looks after the clinic in question, `stranger` after another one; both are clinic managers. */
export const ROLES = ["administrator", "editor", "author", "manager", "stranger", "nobody"] as const;
export type Role = (typeof ROLES)[number];
export type Outcome = "yes" | "titles" | "kept" | "no";

/** Topics, benefits, injuries, timings, questions, studies. */
export const DRAFTED_CONTENT = table(`
                                               | administrator | editor | author | manager | stranger | nobody
read one that is published                     | yes           | yes    | yes    | titles  | titles   | no
read one in a list                             | yes           | yes    | yes    | titles  | titles   | no
read it in all languages                       | yes           | yes    | yes    | no      | no       | no
count                                          | yes           | yes    | yes    | yes     | yes      | no
read a draft                                   | yes           | yes    | yes    | no      | no       | no
read a draft in a list                         | yes           | yes    | yes    | no      | no       | no
read a draft over a published one              | yes           | yes    | yes    | no      | no       | no
find by a word of a closed field               | yes           | yes    | yes    | no      | no       | no
read what is in the trash                      | yes           | yes    | yes    | no      | no       | no

create        draft=true                       | yes           | yes    | yes    | no      | no       | no
create        draft=true   _status=draft       | yes           | yes    | yes    | no      | no       | no
create        draft=true   _status=published   | yes           | yes    | no     | no      | no       | no
create        draft=false                      | yes           | yes    | no     | no      | no       | no
create        draft=false  _status=draft       | yes           | yes    | no     | no      | no       | no
create        draft=false  _status=published   | yes           | yes    | no     | no      | no       | no

update        draft=true                       | yes           | yes    | yes    | no      | no       | no
update        draft=true   _status=draft       | yes           | yes    | yes    | no      | no       | no
update        draft=true   _status=published   | yes           | yes    | no     | no      | no       | no
update        draft=false                      | yes           | yes    | no     | no      | no       | no
update        draft=false  _status=draft       | yes           | yes    | no     | no      | no       | no
update        draft=false  _status=published   | yes           | yes    | no     | no      | no       | no
update        autosave=true draft=true         | yes           | yes    | yes    | no      | no       | no
update        autosave=true                    | yes           | yes    | no     | no      | no       | no
publish one language                           | yes           | yes    | no     | no      | no       | no

bulk update   draft=true                       | yes           | yes    | yes    | no      | no       | no
bulk update   draft=true   _status=draft       | yes           | yes    | yes    | no      | no       | no
bulk update   draft=true   _status=published   | yes           | yes    | no     | no      | no       | no
bulk update   draft=false                      | yes           | yes    | no     | no      | no       | no
bulk update   draft=false  _status=draft       | yes           | yes    | no     | no      | no       | no
bulk update   draft=false  _status=published   | yes           | yes    | no     | no      | no       | no

delete                                         | yes           | no     | no     | no      | no       | no
bulk delete                                    | yes           | no     | no     | no      | no       | no
`);

/** Muscles and tissues: a plain list without drafts, trash or history. */
export const STRUCTURES_CONTENT = table(`
                                               | administrator | editor | author | manager | stranger | nobody
read one that is published                     | yes           | yes    | yes    | titles  | titles   | no
read one in a list                             | yes           | yes    | yes    | titles  | titles   | no
read it in all languages                       | yes           | yes    | yes    | titles  | titles   | no
count                                          | yes           | yes    | yes    | yes     | yes      | no
create        draft=true                       | yes           | yes    | no     | no      | no       | no
create        draft=false                      | yes           | yes    | no     | no      | no       | no
update        draft=true                       | yes           | yes    | no     | no      | no       | no
update        draft=false                      | yes           | yes    | no     | no      | no       | no
bulk update   draft=true                       | yes           | yes    | no     | no      | no       | no
bulk update   draft=false                      | yes           | yes    | no     | no      | no       | no
delete                                         | yes           | no     | no     | no      | no       | no
bulk delete                                    | yes           | no     | no     | no      | no       | no
`);

/** Live at once. Its manager edits profile, hours and booking links, and sees no other clinic. */
export const CLINICS_CONTENT = table(`
                                               | administrator | editor | author | manager | stranger | nobody
read one that is published                     | yes           | yes    | yes    | yes     | no       | no
read one in a list                             | yes           | yes    | yes    | yes     | no       | no
read it in all languages                       | yes           | yes    | yes    | yes     | no       | no
find by a word of a closed field               | yes           | yes    | yes    | yes     | no       | no
read what is in the trash                      | yes           | yes    | yes    | no      | no       | no
create        draft=true                       | yes           | yes    | no     | no      | no       | no
create        draft=false                      | yes           | yes    | no     | no      | no       | no
update        draft=true                       | yes           | yes    | no     | yes     | no       | no
update        draft=false                      | yes           | yes    | no     | yes     | no       | no
bulk update   draft=true                       | yes           | yes    | no     | yes     | no       | no
bulk update   draft=false                      | yes           | yes    | no     | yes     | no       | no
choose which topics it shows                   | yes           | yes    | no     | kept    | no       | no
change its disclaimer                          | yes           | yes    | no     | kept    | no       | no
change its slug                                | yes           | yes    | no     | kept    | no       | no
delete                                         | yes           | no     | no     | no      | no       | no
bulk delete                                    | yes           | no     | no     | no      | no       | no
`);

/** The trash, the history and copies of the same collections. */
export const DRAFTED_HISTORY = table(`
                                               | administrator | editor | author | manager | stranger | nobody
trash                                          | yes           | yes    | no     | no      | no       | no
trash         draft=true                       | yes           | yes    | no     | no      | no       | no
bulk trash                                     | yes           | yes    | no     | no      | no       | no
take back                                      | yes           | yes    | no     | no      | no       | no
take back     draft=true                       | kept          | kept   | kept   | no      | no       | no
bulk take back                                 | yes           | yes    | no     | no      | no       | no
delete from the trash                          | yes           | no     | no     | no      | no       | no
bulk delete from the trash                     | yes           | no     | no     | no      | no       | no
list versions                                  | yes           | yes    | yes    | no      | no       | no
read a version                                 | yes           | yes    | yes    | no      | no       | no
restore a published version                    | yes           | yes    | yes    | no      | no       | no
restore a published version  draft=false       | yes           | yes    | yes    | no      | no       | no
restore a draft version                        | yes           | yes    | yes    | no      | no       | no
restore a draft version      draft=false       | yes           | yes    | yes    | no      | no       | no
restore a version in the trash                 | no            | no     | no     | no      | no       | no
duplicate                                      | yes           | yes    | yes    | no      | no       | no
duplicate     draft=false                      | yes           | yes    | yes    | no      | no       | no
`);
export const STRUCTURES_HISTORY = table(`
                                               | administrator | editor | author | manager | stranger | nobody
duplicate     draft=false                      | yes           | yes    | no     | no      | no       | no
`);
export const CLINICS_HISTORY = table(`
                                               | administrator | editor | author | manager | stranger | nobody
trash                                          | yes           | yes    | no     | no      | no       | no
trash         draft=true                       | yes           | yes    | no     | no      | no       | no
bulk trash                                     | yes           | yes    | no     | no      | no       | no
take back                                      | yes           | yes    | no     | no      | no       | no
take back     draft=true                       | yes           | yes    | no     | no      | no       | no
bulk take back                                 | yes           | yes    | no     | no      | no       | no
delete from the trash                          | yes           | no     | no     | no      | no       | no
bulk delete from the trash                     | yes           | no     | no     | no      | no       | no
list versions                                  | yes           | yes    | yes    | no      | no       | no
read a version                                 | yes           | yes    | yes    | no      | no       | no
restore a live version                         | yes           | yes    | no     | no      | no       | no
restore a live version  draft=true             | yes           | yes    | no     | no      | no       | no
duplicate     draft=false                      | yes           | yes    | no     | no      | no       | no
`);

/** People. Here a manager and a stranger are the same. */
export const USERS = table(`
                                               | administrator | editor | author | manager | stranger | nobody
read the own account                           | yes           | yes    | yes    | yes     | yes      | no
read another's                                 | yes           | no     | no     | no      | no       | no
read another's in a list                       | yes           | no     | no     | no      | no       | no
find another by the e-mail address             | yes           | no     | no     | no      | no       | no
create                                         | yes           | no     | no     | no      | no       | no
create an administrator                        | yes           | no     | no     | no      | no       | no
register as the first                          | no            | no     | no     | no      | no       | no
change the own name                            | yes           | yes    | yes    | yes     | yes      | no
change the own role                            | yes           | kept   | kept   | kept    | kept     | no
change the own clinics                         | yes           | kept   | kept   | kept    | kept     | no
change another's name                          | yes           | no     | no     | no      | no       | no
change another's role                          | yes           | no     | no     | no      | no       | no
change another's password                      | yes           | no     | no     | no      | no       | no
change another's name in bulk                  | yes           | no     | no     | no      | no       | no
delete another                                 | yes           | no     | no     | no      | no       | no
delete another in bulk                         | yes           | no     | no     | no      | no       | no
`);

/** What holds everywhere. */
export const SETTINGS = table(`
                                               | administrator | editor | author | manager | stranger | nobody
read                                           | yes           | yes    | yes    | no      | no       | no
list versions                                  | yes           | yes    | yes    | no      | no       | no
read a version                                 | yes           | yes    | yes    | no      | no       | no
update        draft=true                       | yes           | yes    | no     | no      | no       | no
update        draft=false                      | yes           | yes    | no     | no      | no       | no
restore a version                              | yes           | yes    | no     | no      | no       | no
`);

/** What only the server itself reads and writes: each of these rows for each of these collections. */
export const CLOSED_COLLECTIONS = [
  "outbox",
  "publishing-faults",
  "admin-links",
  "payload-kv",
  "payload-migrations",
] as const;
export const CLOSED = table(`
                                               | administrator | editor | author | manager | stranger | nobody
read one                                       | no            | no     | no     | no      | no       | no
read a list                                    | no            | no     | no     | no      | no       | no
count                                          | no            | no     | no     | no      | no       | no
create                                         | no            | no     | no     | no      | no       | no
update                                         | no            | no     | no     | no      | no       | no
bulk update                                    | no            | no     | no     | no      | no       | no
delete                                         | no            | no     | no     | no      | no       | no
bulk delete                                    | no            | no     | no     | no      | no       | no
`);

/**
 * Who edits what: the edit view shows it to everybody who works here. Whoever may edit the same takes it over, in the own
 * name; whoever leaves frees the own one. Everything else only the server writes.
 */
export const LOCKS = table(`
                                               | administrator | editor | author | manager | stranger | nobody
read one                                       | yes           | yes    | yes    | yes     | yes      | no
read a list                                    | yes           | yes    | yes    | yes     | yes      | no
create                                         | no            | no     | no     | no      | no       | no
take over a question                           | yes           | yes    | yes    | no      | no       | no
take over the clinic                           | yes           | yes    | no     | yes     | no       | no
take over the settings                         | yes           | yes    | no     | no      | no       | no
take over an account                           | yes           | no     | no     | no      | no       | no
take over in bulk                              | no            | no     | no     | no      | no       | no
give to another                                | no            | no     | no     | no      | no       | no
take over for something else                   | no            | no     | no     | no      | no       | no
free the own                                   | yes           | yes    | yes    | yes     | yes      | no
free another's                                 | no            | no     | no     | no      | no       | no
free another's in bulk                         | no            | no     | no     | no      | no       | no
`);

/** How somebody likes the lists sorted: each person's own affair, administrators included. */
export const PREFERENCES = table(`
                                               | administrator | editor | author | manager | stranger | nobody
write and read an own one                      | yes           | yes    | yes    | yes     | yes      | no
read another's                                 | no            | no     | no     | no      | no       | no
read another's in a list                       | no            | no     | no     | no      | no       | no
update another's                               | no            | no     | no     | no      | no       | no
bulk update another's                          | no            | no     | no     | no      | no       | no
bulk delete another's                          | no            | no     | no     | no      | no       | no
`);

export type Row = [operation: string, expected: Record<Role, Outcome>];

function table(text: string): Row[] {
  const [head, ...lines] = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return lines.map(([operation = "", ...cells]) => [
    operation.replace(/\s+/g, " "),
    Object.fromEntries(cells.map((cell, index) => [head?.[index + 1], cell])) as Record<Role, Outcome>,
  ]);
}
