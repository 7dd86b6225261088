#include "synthesis/phrases.h"

namespace longhand::synthesis
{

const std::u32string_view kGermanPhrases = UR"(
note: {date} | {date} | {heading} | {salutation} | {closing} | {fullname} | {fullname} | {address} | {address} | {town line} | {price line} | {price line} | {phone line} | {time line} | {time line} | {email} | {list item} | {list item} | {todo} | {measure} | {message} | {message} | {message} | {reference} | {numbers} | {capitals} | {remark} | {remark}
date: {weekday}, {day}. {month} {year} | {weekday}, den {day}. {month} {year} | {day}. {month} {year} | {day}.{1-12}.{year} | {day}.{1-12}.{00-25} | {01-28}.{01-12}.{year} | {short weekday}, {day}.{1-12}. | {month} {year} | {weekday}
day: {1-31} | {1-28}
weekday: Montag | Dienstag | Mittwoch | Donnerstag | Freitag | Samstag | Sonntag
short weekday: Mo | Di | Mi | Do | Fr | Sa | So
month: Januar | Februar | März | April | Mai | Juni | Juli | August | September | Oktober | November | Dezember | Jänner
year: 19{10-99} | 20{00-26} | 20{00-26} | 18{60-99}
heading: {town}, den {day}. {month} {year} | {town}, {date} | Kapitel {1-40} | Seite {1-250} | Einkaufszettel | Noch zu erledigen: | Besprechung vom {date} | Betreff: {reference} | PS: {message} | Teil {roman} | Protokoll
roman: I | II | III | IV | V | VI | IX | X | XII
salutation: Liebe {first}, | Lieber {first}, | Sehr geehrte Damen und Herren, | Sehr geehrter Herr {last}, | Sehr geehrte Frau {last}, | Hallo {first}! | Liebe Eltern, | Guten Tag, {title} {last}, | Ihr Lieben,
closing: Mit freundlichen Grüßen | Viele Grüße, {first} | Liebe Grüße von {first} | Herzlichst, Deine {first} | Dein {first} | Bis bald! | Hochachtungsvoll | Alles Gute, {first} | Es grüßt Euch {first} | i. A. {last} | Mit besten Grüßen, {fullname}
first: Anna | Björn | Claudia | Dörte | Erika | Franz | Günther | Hans | Ingrid | Jürgen | Käthe | Lukas | Michael | Nadja | Otto | Petra | Quirin | Renate | Sören | Thomas | Ute | Volker | Wolfgang | Xaver | Yvonne | Zoe | Käte | Jörg | Barbara | Friedrich | Elisabeth | Heiß
last: Müller | Schmidt | Schneider | Fischer | Weber | Meyer | Wagner | Becker | Schulz | Hoffmann | Schäfer | Koch | Bauer | Richter | Klein | Wolf | Schröder | Neumann | Schwarz | Zimmermann | Braun | Krüger | Hofmann | Hartmann | Lange | Böhm | Groß | Weiß | Jäger | Köhler | von Berg | Öztürk
title: Herr | Frau | Dr. | Prof. | Hr. | Fr.
initial: A | B | C | D | E | F | G | H | J | K | L | M | N | P | R | S | T | W
fullname: {first} {last} | {first} {last} | {title} {last} | {initial}. {last} | {last}, {first} | Fam. {last} | {first} und {first} {last} | {last} & Söhne
road: Haupt | Bahnhof | Garten | Schul | Berg | Linden | Goethe | Schiller | Mühl | Kirch | Wiesen | Feld | Wald | Ring | Mozart | Bach
way: straße | straße | str. | weg | gasse | platz | allee
street: {road}{way} | {road}{way} | Am Markt | An der Brücke | Am Mühlbach | Zum Löwen | Alte Gasse
town: Berlin | München | Köln | Hamburg | Leipzig | Wien | Zürich | Nürnberg | Düsseldorf | Lübeck | Göttingen | Bern | Graz | Würzburg | Saarbrücken | Jena | Kassel | Dresden | Gießen | Xanten | Quedlinburg
address: {street} {1-150} | {street} {1-99}a | {street} {1-99}, {#####} {town} | Postfach {####} | {street} {1-60}, {1-5}. Stock
town line: {#####} {town} | D-{#####} {town} | {town} | CH-{####} {town} | {town} a. d. Saale
amount: {1-99},{00-99} € | {1-99} € | {###},- DM | {1-99},{00-99} EUR | {1-9}.{###},{00-99} € | {1-99},- | {1-99},{00-99}
good: Brot | Milch | Eier | Butter | Käse | Äpfel | Öl | Mehl | Zucker | Kaffee | Tee | Gemüse | Wurst | Bier | Wein | Seife | Briefmarken | Miete | Strom | Bücher | Nüsse | Kartoffeln | Möhren | Quark | Brötchen | Süßigkeiten | Batterien | Fahrkarten | Joghurt
price line: {good} {amount} | {good}: {amount} | Summe: {amount} | zusammen {amount} | bezahlt {amount} | {1-12} x {good} à {amount} | Rest {amount} | {amount} + {amount} = {amount} | abzgl. {1-50} %
phone: 0{###} / {#####} | 0{####}-{######} | +49 {###} {#######} | 0{##} {#######} | 0{###} {####} {##}
phone line: {phone} | Tel.: {phone} | Tel. {phone} | {first}: {phone} | Handy {phone} | {first} anrufen: {phone}
time: {0-23}:{00-59} Uhr | {0-23}.{00-59} Uhr | {0-23} Uhr | {0-23}:{00-59} | halb {hour} | Viertel nach {hour}
hour: eins | zwei | drei | vier | fünf | sechs | acht | neun | zehn | elf | zwölf
event: Zahnarzt | Besprechung | Mittagessen | Elternabend | Friseur | Klavierstunde | Zug nach {town} | Prüfung | Hochzeit | Chor | Geburtstag {first} | Konzert | Schwimmen | Arzttermin
time line: {time} {event} | {event} um {time} | {weekday} {time} {event} | Treffen mit {first}, {time} | {time} - {time} | {event} am {day}.{1-12}.
lower: anna | jan | petra | max | schmidt | weber | fuchs | koch
email: {lower}.{lower}@web.de | {lower}{1-99}@gmx.de | www.{lower}-{lower}.de | E-Mail: {lower}@t-online.de
thing: {good} | {good} | {good} und {good} | {1-12} {good} | {good} ({1-6}) | {1-9} kg {good}
list item: {1-12}. {thing} | {1-12}) {thing} | - {thing} | - {thing} | {thing}, {thing} | - {chore} | a) {chore}
chore: {first} anrufen | {good} kaufen | Rechnung bezahlen | Bücher zurückgeben | Fahrrad reparieren | Blumen gießen | Brief an {title} {last} | S. {1-90}-{100-250} lesen | Müll rausbringen | Zimmer aufräumen | Prüfung vorbereiten | Schlüssel abholen
todo: {chore} | {chore}! | Nicht vergessen: {chore} | {chore} bis {weekday} | {chore}?
unit: kg | g | cm | mm | m | km | ml | l | °C | Min. | Std.
measure: {1-900} {unit} | {1-9},{0-9} {unit} | {1-900} {unit} {good} | {1-100} % | {1-60} {unit} x {1-60} {unit}
message: Bin um {time} zurück. | Danke für die {good}! | Wo bist du? | Bis morgen! | Alles Gute zum Geburtstag! | Es geht mir gut. | Kannst du {good} mitbringen? | {first} hat um {time} angerufen. | Frohe Weihnachten und ein gutes neues Jahr! | Heute ist schon {weekday}. | Schöne Grüße aus {town}! | Wie heißt das? | "{quote}" | Er sagte: "{quote}" | Natürlich nicht!
quote: Niemals! | Ja, gern. | Wie spät ist es? | Schade! | Herein, bitte. | Das weiß ich nicht. | Größer!
reference: Az. {##} {initial} {###}/{10-99} | Nr. {####} | Rechnung Nr. {#####} | Bd. {roman}, S. {1-400} | § {1-300} Abs. {1-5} | Kd.-Nr. {######} | Abb. {1-40}
numbers: {###} | {####} | {1-99}.{###} | {1-999},{00-99} | {year}-{year} | {##} {##} {##} | Nr. {1-99} | (um {year})
capitals: WICHTIG! | ACHTUNG | BITTE NICHT STÖREN | DANKE | {title} {capital} | NAME: {last} | GmbH & Co. KG | USW. | DIN A4 | ENDE | EU | VW | ZDF
capital: MÜLLER | FISCHER | WAGNER | KOCH | SCHÄFER | JUNG
remark: s. S. {1-300} | z. B. {good} | d. h. {time} | ({last}, {year}) | usw. | geb. {date} | gest. {date} | ({year}-{year}) | ca. {1-40} Personen | {good} + {good} | {good}/{good} | [{1-300}] | vgl. {last} {year} | u. a. {good}
)";

} // namespace longhand::synthesis
