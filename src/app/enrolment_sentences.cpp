#include "longhand/app/enrolment.h"

namespace longhand::app
{

namespace
{

using Sentences = std::vector<std::string>;

// Beside every letter and figure: runs of short strokes (minimum), a/o/u and e/c, l/I/1, long descenders and ascenders
// that touch, f/ff/fl, r/v, g/j/y, and marks that hang in the air.
Sentences english()
{
    return {"The quick brown fox jumps over a lazy dog.", "We paid £14.50 on 23 June 1876 at noon.",
            "Vera, Quentin and Zoe walk to York.",        "I will call Lily at 7 or half past 8.",
            "Uncle Max knew nine minimum values.",        "Room numbers are 105, 246 and 397.",
            "Can you come and clean our new house?",      "Bring butter, rye bread & six big eggs.",
            "“Yes,” she said; “it isn't far off.”",       "Dear Emma, hurry: the ship leaves at 9!",
            "Happy kings jump high (but not often).",     "Five fluffy fish slept off the coast.",
            "George and Julia got a gray jug again.",     "Alas, nobody heard Sam; Nan rang twice.",
            "Write to P. O. Box 60, Dublin, or Kent.",    "Thank you so much! With love, Frieda X."};
}

Sentences french()
{
    return {"Portez ce vieux whisky au juge blond qui fume.", "Le 14 juin 1876, il paya 23,50 francs.",
            "Yvonne, Xavier et Zoé habitent Quimper.",        "Où êtes-vous allés après la fête, Hélène ?",
            "Ça m'a plu : le garçon a bien reçu l'âne.",      "Les chambres 105, 246 et 397 sont libres.",
            "Un minimum de vin vaut mieux que rien.",         "Jeanne acheta du beurre, du pain & 6 œufs.",
            "« Oui, dit Paul, ce n'est pas si loin. »",       "Chère Emma, je t'attends à 8 heures !",
            "Naïvement, il bâtit un gîte (en été).",          "Fanny effaça les feuilles du dossier.",
            "As-tu vu la clé, Gustave, ou le coffre ?",       "Bientôt Noël ; Serge ne le crut pas.",
            "Ô mon Dieu, que d'eau au mois d'août !",         "Recevez, Thomas, mes vœux. K. Winter"};
}

Sentences german()
{
    return {"Vom Ödland zog jeder Jäger quer über Wiesen.", "Am 14. Juni 1876 zahlten wir 23,50 Mark.",
            "Xaver, Yvonne und Quirin wohnen in Köln.",     "Übung macht den Meister, sagt man oft.",
            "Die Straße ist weiß und heute sehr glatt.",    "Zimmer 105, 246 und 397 sind noch frei.",
            "Nun kann mein Nimmersatt im Innern wohnen.",   "Frau Ebers kaufte Butter, Brot & 6 Eier.",
            "„Ja“, rief Paul, „es ist nicht weit.“",        "Liebe Gerda, schreib mir bitte um 8 Uhr!",
            "Häufig blühen Veilchen (auch im Mai).",        "Fünf Ärzte schliefen auf dem Schiff.",
            "Hast du Julias Tinte und Feder gesehen?",      "Cäsar kam; das Volk schwieg lange still.",
            "Das Lexikon, die Physik, das Papier: neu.",    "Tausend Grüße und alles Gute, Ihr Rolf."};
}

} // namespace

std::vector<std::string> enrolmentLanguages()
{
    return {"en", "fr", "de"};
}

std::vector<std::string> enrolmentSentences(std::string_view language)
{
    const std::string_view primary = language.substr(0, 2);
    return primary == "fr" ? french() : primary == "de" ? german() : english();
}

} // namespace longhand::app
