#include "synthesis/phrases.h"

namespace longhand::synthesis
{

const std::u32string_view kFrenchPhrases = UR"(
note: {date} | {date} | {heading} | {salutation} | {closing} | {fullname} | {fullname} | {address} | {town line} | {price line} | {price line} | {phone line} | {time line} | {time line} | {email} | {list item} | {list item} | {todo} | {measure} | {message} | {message} | {message} | {reference} | {numbers} | {capitals} | {remark} | {remark}
date: {weekday} {day} {month} {year} | le {day} {month} {year} | {day} {month} {year} | le 1er {month} {year} | {01-28}/{01-12}/{year} | {1-28}.{1-12}.{00-25} | {weekday} {day} | {month} {year} | {weekday} | l'an {year}
day: {1-31} | 1er | {2-28}
weekday: lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | Lundi | Mardi | Samedi
month: janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre | décembre
year: 19{10-99} | 20{00-26} | 20{00-26} | 18{60-99}
heading: {town}, le {day} {month} {year} | Chapitre {1-40} | Page {1-250} | Liste de courses | À faire : | Réunion du {date} | Objet : {reference} | P.-S. : {message} | Partie {roman} | Ordre du jour
roman: I | II | III | IV | V | VI | IX | X | XIIe siècle | XIXe siècle
salutation: Cher {first}, | Chère {first}, | Madame, Monsieur, | Mes chers parents, | Bonjour {first}, | Monsieur le Maire, | Ma chère {first}, | Chers amis, | Salut {first} ! | Coucou {first} !
closing: Cordialement, | Bien à vous, | Je t'embrasse, | Amicalement, | À bientôt, {first} | Bises, {first} | Veuillez agréer, Madame, | mes salutations distinguées. | Avec toute mon amitié, | Merci d'avance ! | Gros bisous, {first} | Votre dévoué, {fullname}
first: Anne | Benoît | Chloé | Denis | Élise | François | Gaëlle | Hélène | Inès | Jacques | Léa | Marie | Noël | Océane | Pierre | Quentin | René | Sophie | Thérèse | Valérie | Xavier | Yves | Zoé | Jean-Paul | Michel | Jeanne | Émile | Cécile | Loïc | Françoise | Kévin | Wanda
last: Martin | Bernard | Dubois | Lefèvre | Moreau | Girard | Fournier | Mercier | Dupont | Lambert | Fontaine | Rousseau | Vincent | Gauthier | Chevalier | Boyer | Garnier | Legrand | Béranger | Lemaître | d'Artagnan | de La Tour | Tremblay | Gagnon | Côté | Bouchard | Pelletier | Lévesque | Wagner | Kieffer
title: M. | Mme | Mlle | Dr | Me | Monsieur | Madame
initial: A | B | C | D | F | G | J | L | M | P | R | S | T | V
fullname: {first} {last} | {first} {last} | {title} {last} | {title} {first} {last} | {initial}. {last} | {last} {first} | {first} et {first} {last}
road: de la Gare | du Moulin | de l'Église | Victor-Hugo | des Écoles | de Paris | Pasteur | Jean-Jaurès | du Général-de-Gaulle | des Lilas | Saint-Jacques | de la République | du Château | Sainte-Catherine
way: rue | avenue | place | bd | boulevard | chemin | impasse | quai | allée
town: Paris | Lyon | Marseille | Nantes | Lille | Besançon | Orléans | Québec | Montréal | Genève | Nîmes | Saint-Étienne | Béziers | Trois-Rivières | Angoulême | Bruxelles | Liège | Strasbourg | Le Havre
address: {1-250}, {way} {road} | {1-250} {way} {road} | {1-99} bis, {way} {road} | {1-99} {way} {road}, {#####} {town} | B.P. {###}
town line: {#####} {town} | {town} | {town} ({01-95}) | {town} Cedex {01-20} | {town} (Québec)
amount: {1-99},{00-99} € | {1-99} € | {###} F | {1-9} {###} € | {1-99},{00-99} | {1-99} fr. {00-99} | {1-99} $
good: pain | lait | œufs | beurre | fromage | café | thé | sucre | farine | pommes | thon | légumes | pâtes | riz | vin | bière | savon | timbres | essence | loyer | électricité | livres | poulet | crème fraîche | haricots | tomates | oignons | piles | billets | gâteau | maïs
price line: {good} : {amount} | {good} {amount} | Total : {amount} | payé {amount} | {1-12} x {good} à {amount} | reste {amount} | {amount} + {amount} = {amount} | remise de {1-50} %
phone: 0{1-9} {##} {##} {##} {##} | 0{1-9}.{##}.{##}.{##}.{##} | +33 {1-9} {##} {##} {##} {##} | {###} {###}-{####}
phone line: {phone} | Tél. : {phone} | Tél : {phone} | appeler {first} au {phone} | {first} : {phone} | poste {###}
time: {0-23} h {00-59} | {0-23}h{00-59} | {0-23}h | midi | {0-23}:{00-59}
event: dentiste | réunion | déjeuner | dîner | piscine | coiffeur | cours de piano | train pour {town} | examen | mariage | médecin | fête de {first} | concert | école
time line: {time} {event} | {time} : {event} | {event} à {time} | {weekday} {time} {event} | RDV {first} à {time} | de {time} à {time} | {event} le {day} {month}
lower: anne | benoit | marie | paul | sophie | luc | martin | dupont
email: {lower}.{lower}@gmail.com | {lower}{1-99}@orange.fr | www.{lower}-{lower}.fr | Courriel : {lower}@laposte.net
thing: {good} | {good} | {good} et {good} | {1-12} {good} | {good} ({1-6}) | {1-9} kg de {good}
list item: {1-12}. {thing} | {1-12}) {thing} | - {thing} | - {thing} | {thing}, {thing} | - {chore} | a) {chore}
chore: appeler {first} | écrire à {title} {last} | payer le {good} | acheter {good} | réserver les billets | réparer le vélo | rendre les livres | arroser les plantes | envoyer la facture | préparer l'exposé | relire pp. {1-90}-{100-250} | déposer le chèque | changer l'ampoule
todo: {chore} | {chore} ! | N'oublie pas : {chore} | Penser à {chore} | {chore} avant {weekday} | {chore} ?
unit: kg | g | cm | mm | m | km | ml | l | °C | min
measure: {1-900} {unit} | {1-9},{0-9} {unit} | {1-900} {unit} de {good} | {1-100} % | {1-60} {unit} x {1-60} {unit} | n° {1-200}
message: Je rentre vers {time}. | Merci pour le {good} ! | Où es-tu ? | À demain ! | Bon anniversaire, {first} ! | Ça va très bien. | C'est déjà {weekday}... | Qu'est-ce que tu fais {weekday} ? | Peux-tu acheter du {good} ? | {first} a appelé à {time}. | Désolé pour le retard. | Joyeux Noël et bonne année ! | "{quote}" | Il a dit : "{quote}" | Voilà ! | Pourquoi pas ?
quote: Jamais ! | C'est ça. | Entrez, s'il vous plaît. | Bien sûr. | Quelle heure est-il ? | Tant pis. | Où ça ?
reference: Réf. {initial}{initial}-{####} | n° {####} | Facture n° {#####} | Dossier {1-99}/{initial} | t. {roman}, p. {1-400} | art. {1-200} | ch. {1-30}
numbers: {###} | {####} | {1-99} {###} | {1-999},{00-99} | {year}-{year} | {##} {##} {##} | n° {1-99} | (vers {year})
capitals: URGENT | IMPORTANT ! | À RENDRE | NE PAS TOUCHER | MERCI | {title} {capital} | NOM : {last} | SNCF | T.V.A. | S.A.R.L. | FIN | P.T.T. | R.S.V.P. | OUI / NON
capital: MARTIN | DUBOIS | LAMBERT | GIRARD | ROUSSEAU | WAGNER
remark: voir p. {1-300} | p. ex. {good} | c.-à-d. {time} | ({last}, {year}) | etc. | né le {date} à {town} | mort le {date} | ({year}-{year}) | env. {1-40} personnes | {town} ({1-99} km) | {good} + {good} | {good}/{good} | [{1-300}] | {last} & fils | âgé de {1-99} ans
)";

} // namespace longhand::synthesis
