<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>PageView</name>
    <message>
        <source>Line %1, no text</source>
        <translation>Ligne %1, sans texte</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>ProjectLock</name>
    <message>
        <source>process %1 on %2</source>
        <translation>processus %1 sur %2</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Open Pictures</source>
        <translation>Ouvrir des images</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp)</source>
        <translation>Images (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>“%1” is already there. Replace it?</source>
        <translation>«&#xa0;%1&#xa0;» existe déjà. Le remplacer&#xa0;?</translation>
    </message>
    <message>
        <source>%1 of the files are already there. Replace them?</source>
        <translation>%1 des fichiers existent déjà. Les remplacer&#xa0;?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Longhand projects (*.longhand)</source>
        <translation>Projets Longhand (*.longhand)</translation>
    </message>
    <message>
        <source>Save Project</source>
        <translation>Enregistrer le projet</translation>
    </message>
    <message>
        <source>Where is “%1” now?</source>
        <translation>Où se trouve «&#xa0;%1&#xa0;» maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>Your work has not been saved. Without that it is lost.</source>
        <translation>Votre travail n’a pas été enregistré. Sans cela, il est perdu.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>JSON with positions</source>
        <translation>JSON avec positions</translation>
    </message>
    <message>
        <source>hOCR</source>
        <translation>hOCR</translation>
    </message>
    <message>
        <source>ALTO XML</source>
        <translation>ALTO XML</translation>
    </message>
    <message>
        <source>PAGE XML</source>
        <translation>PAGE XML</translation>
    </message>
    <message>
        <source>PDF with selectable text</source>
        <translation>PDF avec texte sélectionnable</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>Texte OpenDocument</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Document Word</translation>
    </message>
</context>
<context>
    <name>longhand::app::FullTraining</name>
    <message>
        <source>The trainer could not be started. Start the program again.</source>
        <translation>L’entraîneur n’a pas pu démarrer. Relancez le programme.</translation>
    </message>
    <message>
        <source>Training ended before there was a model. Start it again to go on from where it was.</source>
        <translation>L’entraînement s’est terminé avant qu’il y ait un modèle. Relancez-le pour continuer où il en était.</translation>
    </message>
    <message>
        <source>It was trained from the pack “%1” and not measured on your hand.</source>
        <translation>Il a été entraîné avec le paquet «&#xa0;%1&#xa0;» et n’a pas été mesuré sur votre main.</translation>
    </message>
</context>
<context>
    <name>longhand::ui</name>
    <message>
        <source>not read yet</source>
        <translation>pas encore lue</translation>
    </message>
    <message>
        <source>read by machine</source>
        <translation>lue par la machine</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmée</translation>
    </message>
    <message>
        <source>no doubtful words, %1</source>
        <translation>aucun mot douteux, %1</translation>
    </message>
    <message>
        <source>one doubtful word, %1</source>
        <translation>un mot douteux, %1</translation>
    </message>
    <message>
        <source>%n doubtful words, %1</source>
        <translation>%n mots douteux, %1</translation>
    </message>
    <message>
        <source>another reading to decide about</source>
        <translation>une autre lecture à trancher</translation>
    </message>
</context>
<context>
    <name>longhand::ui::AlternativesMenu</name>
    <message>
        <source>Other readings of “%1”</source>
        <translation>Autres lectures de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Keep “%1”</source>
        <translation>Garder «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChangedPictures</name>
    <message>
        <source>The picture has changed since it was read; the lines may be in other places now.</source>
        <translation>L’image a changé depuis sa lecture&#xa0;; les lignes peuvent être ailleurs maintenant.</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Localiser…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>One picture has changed since it was read.</source>
        <translation>Une image a changé depuis sa lecture.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures have changed since they were read; their lines may be in other places now.</source>
        <translation>
            <numerusform>%n image a changé depuis sa lecture&#xa0;; ses lignes peuvent être ailleurs maintenant.</numerusform>
            <numerusform>%n images ont changé depuis leur lecture&#xa0;; leurs lignes peuvent être ailleurs maintenant.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the First</source>
        <translation>Montrer la première</translation>
    </message>
    <message>
        <source>Read Them Again</source>
        <translation>Les relire</translation>
    </message>
    <message>
        <source>Keep Them</source>
        <translation>Les garder</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CleaningPanel</name>
    <message>
        <source>Show on the page</source>
        <translation>Montrer sur la page</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Apply to this page</source>
        <translation>Appliquer à cette page</translation>
    </message>
    <message>
        <source>Apply to all pages</source>
        <translation>Appliquer à toutes les pages</translation>
    </message>
    <message>
        <source>Straighten the sheet</source>
        <translation>Redresser la feuille</translation>
    </message>
    <message>
        <source>Takes out the perspective of a photo</source>
        <translation>Corrige la perspective d’une photo</translation>
    </message>
    <message>
        <source>Smallest sheet</source>
        <translation>Plus petite feuille</translation>
    </message>
    <message>
        <source> % of the picture</source>
        <translation> % de l’image</translation>
    </message>
    <message>
        <source>Reduce large pictures</source>
        <translation>Réduire les grandes images</translation>
    </message>
    <message>
        <source>More pixels than this do not help reading</source>
        <translation>Plus de pixels n’aident pas à lire</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>Grand côté</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Even out the light</source>
        <translation>Égaliser la lumière</translation>
    </message>
    <message>
        <source>Takes out shadows and stains</source>
        <translation>Enlève les ombres et les taches</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source> % of the page</source>
        <translation> % de la page</translation>
    </message>
    <message>
        <source>Remove specks</source>
        <translation>Enlever les points</translation>
    </message>
    <message>
        <source>Single pixels unlike all around them</source>
        <translation>Des pixels isolés, différents de tout ce qui les entoure</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Level the lines</source>
        <translation>Mettre les lignes à l’horizontale</translation>
    </message>
    <message>
        <source>Turns the page so that lines run straight</source>
        <translation>Tourne la page pour que les lignes soient droites</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>Ignore ruled lines</source>
        <translation>Ignorer les lignes imprimées</translation>
    </message>
    <message>
        <source>Printed rules and boxes are not taken for writing</source>
        <translation>Traits et cadres imprimés ne sont pas pris pour de l’écriture</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Plus courte</translation>
    </message>
    <message>
        <source>Ignore print</source>
        <translation>Ignorer l’imprimé</translation>
    </message>
    <message>
        <source>Lines of printed letters are not taken for writing</source>
        <translation>Les lignes imprimées ne sont pas prises pour de l’écriture</translation>
    </message>
    <message>
        <source>Letters, at least</source>
        <translation>Lettres, au moins</translation>
    </message>
    <message>
        <source>How ink is told from paper</source>
        <translation>Comment l’encre se distingue du papier</translation>
    </message>
    <message>
        <source>One threshold (Otsu)</source>
        <translation>Un seul seuil (Otsu)</translation>
    </message>
    <message>
        <source>Local (Sauvola)</source>
        <translation>Local (Sauvola)</translation>
    </message>
    <message>
        <source>Local (Gaussian)</source>
        <translation>Local (gaussien)</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Encre</translation>
    </message>
    <message>
        <source>Sensitivity k</source>
        <translation>Sensibilité k</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est montré</translation>
    </message>
    <message>
        <source>What is read</source>
        <translation>Ce qui est lu</translation>
    </message>
    <message>
        <source>Where lines are looked for</source>
        <translation>Où les lignes sont cherchées</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Before at the left, after at the right</source>
        <translation>Avant à gauche, après à droite</translation>
    </message>
    <message>
        <source>Reads the page again; what you typed or confirmed stays</source>
        <translation>Relit la page&#xa0;; ce que vous avez écrit ou confirmé reste</translation>
    </message>
    <message>
        <source>Reads all pages again; what you typed or confirmed stays</source>
        <translation>Relit toutes les pages&#xa0;; ce que vous avez écrit ou confirmé reste</translation>
    </message>
    <message>
        <source>Before | after</source>
        <translation>Avant | après</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CleaningTools</name>
    <message>
        <source>straightened</source>
        <translation>redressée</translation>
    </message>
    <message>
        <source>reduced</source>
        <translation>réduite</translation>
    </message>
    <message>
        <source>light evened out</source>
        <translation>lumière égalisée</translation>
    </message>
    <message>
        <source>specks removed</source>
        <translation>points enlevés</translation>
    </message>
    <message>
        <source>levelled</source>
        <translation>mise à l’horizontale</translation>
    </message>
    <message>
        <source>ruled lines ignored</source>
        <translation>lignes imprimées ignorées</translation>
    </message>
    <message>
        <source>print ignored</source>
        <translation>imprimé ignoré</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Nettoyage</translation>
    </message>
    <message>
        <source>Cleaning of the page</source>
        <translation>Nettoyage de la page</translation>
    </message>
    <message>
        <source>&amp;Cleaning of the Page</source>
        <translation>&amp;Nettoyage de la page</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>Cleaning…</source>
        <translation>Nettoyage…</translation>
    </message>
    <message>
        <source>Nothing had to be cleaned.</source>
        <translation>Rien n’était à nettoyer.</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>Fait&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été changé.</translation>
    </message>
    <message>
        <source>changing the cleaning</source>
        <translation>changer le nettoyage</translation>
    </message>
    <message numerus="yes">
        <source>%n pages are read again.</source>
        <translation>
            <numerusform>%n page est relue.</numerusform>
            <numerusform>%n pages sont relues.</numerusform>
        </translation>
    </message>
    <message>
        <source>The page is read again.</source>
        <translation>La page est relue.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CorrectionBrowser</name>
    <message>
        <source>Corrections</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>Search text and pages</source>
        <translation>Chercher textes et pages</translation>
    </message>
    <message>
        <source>Search corrections</source>
        <translation>Chercher dans les corrections</translation>
    </message>
    <message>
        <source>Show lines of this writer</source>
        <translation>Montrer les lignes de cette main</translation>
    </message>
    <message>
        <source>All writers</source>
        <translation>Toutes les mains</translation>
    </message>
    <message>
        <source>Show lines of this page</source>
        <translation>Montrer les lignes de cette page</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Toutes les pages</translation>
    </message>
    <message>
        <source>Show lines in this state</source>
        <translation>Montrer les lignes dans cet état</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>Sert à apprendre</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Écarté</translation>
    </message>
    <message>
        <source>No correction matches the search.</source>
        <translation>Aucune correction ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>There are no corrections yet.

Lines that you correct or confirm are collected here, each with its picture, and Longhand learns to read your hand from them. They stay on this computer.</source>
        <translation>Il n’y a pas encore de corrections.

Les lignes que vous corrigez ou confirmez sont rassemblées ici, chacune avec son image, et Longhand en apprend à lire votre écriture. Elles restent sur cet ordinateur.</translation>
    </message>
    <message numerus="yes">
        <source>%n corrections</source>
        <translation>
            <numerusform>%n correction</numerusform>
            <numerusform>%n corrections</numerusform>
        </translation>
    </message>
    <message>
        <source>One correction</source>
        <translation>Une correction</translation>
    </message>
    <message>
        <source>Writer not said</source>
        <translation>Main non indiquée</translation>
    </message>
    <message>
        <source>No page</source>
        <translation>Aucune page</translation>
    </message>
    <message>
        <source>One correction is deleted.</source>
        <translation>Une correction est supprimée.</translation>
    </message>
    <message numerus="yes">
        <source>%n corrections are deleted.</source>
        <translation>
            <numerusform>%n correction est supprimée.</numerusform>
            <numerusform>%n corrections sont supprimées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CorrectionDetail</name>
    <message>
        <source>&amp;Learn from this line</source>
        <translation>&amp;Apprendre de cette ligne</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Picture of the line</source>
        <translation>Image de la ligne</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>Texte de la ligne</translation>
    </message>
    <message>
        <source>Who wrote the line</source>
        <translation>Qui a écrit la ligne</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Non indiqué</translation>
    </message>
    <message>
        <source>Learn from this line</source>
        <translation>Apprendre de cette ligne</translation>
    </message>
    <message>
        <source>This text fits the picture badly. Longhand does not learn from it until you say that it is right.</source>
        <translation>Ce texte va mal avec l’image. Longhand n’en apprend rien tant que vous ne dites pas qu’il est juste.</translation>
    </message>
    <message>
        <source>It is &amp;right</source>
        <translation>C’est &amp;juste</translation>
    </message>
    <message>
        <source>The text of the line is right</source>
        <translation>Le texte de la ligne est juste</translation>
    </message>
    <message>
        <source>Delete the selected corrections</source>
        <translation>Supprimer les corrections choisies</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>&amp;Texte&#xa0;:</translation>
    </message>
    <message>
        <source>Read as:</source>
        <translation>Lu&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Writer:</source>
        <translation>&amp;Main&#xa0;:</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>La même chose</translation>
    </message>
    <message numerus="yes">
        <source>%n corrections are selected.</source>
        <translation>
            <numerusform>%n correction est choisie.</numerusform>
            <numerusform>%n corrections sont choisies.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the machine read</source>
        <translation>Ce que la machine a lu</translation>
    </message>
    <message>
        <source>Several writers</source>
        <translation>Plusieurs mains</translation>
    </message>
    <message>
        <source>&amp;Learn from these lines</source>
        <translation>&amp;Apprendre de ces lignes</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CorrectionModel</name>
    <message>
        <source>to be checked</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>left out of learning</source>
        <translation>écarté de l’apprentissage</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Corrections</name>
    <message>
        <source>&amp;Learn</source>
        <translation>&amp;Apprendre</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>&amp;Corrections…</source>
        <translation>&amp;Corrections…</translation>
    </message>
    <message>
        <source>&amp;Keep My Corrections</source>
        <translation>&amp;Garder mes corrections</translation>
    </message>
    <message>
        <source>Keeps the lines that you correct or confirm, on this computer, to learn your hand from</source>
        <translation>Garde sur cet ordinateur les lignes que vous corrigez ou confirmez, pour en apprendre votre écriture</translation>
    </message>
    <message numerus="yes">
        <source>Is that right? %n corrected line(s) hardly fit what is written there, and are not learnt from until you confirm them.</source>
        <translation>
            <numerusform>Est-ce juste&#xa0;? %n ligne corrigée va mal avec ce qui est écrit&#xa0;; rien n’en est appris avant que vous la confirmiez.</numerusform>
            <numerusform>Est-ce juste&#xa0;? %n lignes corrigées vont mal avec ce qui est écrit&#xa0;; rien n’en est appris avant que vous les confirmiez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at Them</source>
        <translation>Les voir</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Document</name>
    <message>
        <source>“%1” is open in another window (%2). Choose another name.</source>
        <translation>«&#xa0;%1&#xa0;» est ouvert dans une autre fenêtre (%2). Choisissez un autre nom.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::EditorTools</name>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Rechercher…</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>Re&amp;mplacer…</translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation>Ctrl+H</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>Rechercher le sui&amp;vant</translation>
    </message>
    <message>
        <source>Ctrl+G</source>
        <translation>Ctrl+G</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>Rechercher le &amp;précédent</translation>
    </message>
    <message>
        <source>Ctrl+Shift+G</source>
        <translation>Ctrl+Shift+G</translation>
    </message>
    <message>
        <source>&amp;Spelling</source>
        <translation>&amp;Orthographe</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Orthographe</translation>
    </message>
    <message>
        <source>&amp;Line by Line</source>
        <translation>&amp;Ligne par ligne</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Enter: the line is right. Up, Down: go through the lines. Esc: back to the page.</source>
        <translation>Entrée&#xa0;: la ligne est juste. Haut, bas&#xa0;: parcourir les lignes. Échap&#xa0;: retour à la page.</translation>
    </message>
    <message>
        <source>This was the last line of the last page.</source>
        <translation>C’était la dernière ligne de la dernière page.</translation>
    </message>
    <message>
        <source>This is the first line of the first page.</source>
        <translation>C’est la première ligne de la première page.</translation>
    </message>
    <message>
        <source>The rest of the line could read “%1”. Tab takes it, Esc leaves it.</source>
        <translation>La suite de la ligne pourrait être «&#xa0;%1&#xa0;». Tab la prend, Échap la laisse.</translation>
    </message>
    <message>
        <source>choose the language</source>
        <translation>choisir la langue</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>Comme dans les réglages</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>No dictionaries were found</source>
        <translation>Aucun dictionnaire trouvé</translation>
    </message>
</context>
<context>
    <name>longhand::ui::EmptyState</name>
    <message>
        <source>Try the sample page</source>
        <translation>Essayer la page d’exemple</translation>
    </message>
    <message>
        <source>Drop pictures of handwritten pages here</source>
        <translation>Déposez ici des images de pages manuscrites</translation>
    </message>
    <message>
        <source>Photos or scans: JPEG, PNG, TIFF, WebP or BMP, one by one or whole folders.
They are read on this computer and never leave it.</source>
        <translation>Photos ou numérisations&#xa0;: JPEG, PNG, TIFF, WebP ou BMP, une à une ou par dossiers entiers.
Elles sont lues sur cet ordinateur et ne le quittent jamais.</translation>
    </message>
    <message>
        <source>Open pictures…</source>
        <translation>Ouvrir des images…</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Ouvrir des images</translation>
    </message>
</context>
<context>
    <name>longhand::ui::EnrolmentDialog</name>
    <message>
        <source>&amp;Open the Photo…</source>
        <translation>&amp;Ouvrir la photo…</translation>
    </message>
    <message>
        <source>Sample Sheet</source>
        <translation>Feuille d’essai</translation>
    </message>
    <message>
        <source>Language of the sentences</source>
        <translation>Langue des phrases</translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation>Lecture de la photo</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Copy these sentences by hand, as you usually write: one below the other, each beginning on a new line. Then photograph the sheet and drop the picture here. Longhand finds which line is which sentence; you confirm, and it can learn from them at once.</source>
        <translation>Recopiez ces phrases à la main, comme vous écrivez d’habitude&#xa0;: l’une sous l’autre, chacune sur une nouvelle ligne. Photographiez ensuite la feuille et déposez l’image ici. Longhand trouve quelle ligne est quelle phrase&#xa0;; vous confirmez, et il peut en apprendre aussitôt.</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Langue&#xa0;:</translation>
    </message>
    <message>
        <source>Lines of the photo and their sentences</source>
        <translation>Lignes de la photo et leurs phrases</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Its text; empty: not learnt from</source>
        <translation>Son texte&#xa0;; vide&#xa0;: rien n’en est appris</translation>
    </message>
    <message>
        <source>Whose hand it is</source>
        <translation>De quelle main il s’agit</translation>
    </message>
    <message>
        <source>May be left empty</source>
        <translation>Peut rester vide</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>Check that each line has its text. Mend what you wrote otherwise, and empty what should not be learnt from.</source>
        <translation>Vérifiez que chaque ligne a son texte. Corrigez ce que vous avez écrit autrement, et videz ce dont il ne faut rien apprendre.</translation>
    </message>
    <message>
        <source>Whose hand:</source>
        <translation>Main de&#xa0;:</translation>
    </message>
    <message>
        <source>Printing did not start. Check the printer.</source>
        <translation>L’impression n’a pas commencé. Vérifiez l’imprimante.</translation>
    </message>
    <message>
        <source>Save the Sample Sheet</source>
        <translation>Enregistrer la feuille d’essai</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>longhand-sample-sheet</source>
        <translation>longhand-feuille-d-essai</translation>
    </message>
    <message>
        <source>A sample of your hand</source>
        <translation>Un échantillon de votre écriture</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another place.</source>
        <translation>%1 ne peut pas être écrit. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>Open the Photo of the Sample Sheet</source>
        <translation>Ouvrir la photo de la feuille d’essai</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp)</source>
        <translation>Images (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>No line was found in the picture. Photograph the sheet from above, with all of it in the picture.</source>
        <translation>Aucune ligne trouvée dans l’image. Photographiez la feuille d’en haut, tout entière.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Ligne %1</translation>
    </message>
    <message>
        <source>Not certain: look at it</source>
        <translation>Pas sûr&#xa0;: à regarder</translation>
    </message>
    <message numerus="yes">
        <source>%n texts in italics are not certain: look at them.</source>
        <translation>
            <numerusform>%n texte en italique n’est pas sûr&#xa0;: le regarder.</numerusform>
            <numerusform>%n textes en italique ne sont pas sûrs&#xa0;: les regarder.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep This Line</source>
        <translation>&amp;Garder cette ligne</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Keep These %n Lines</source>
        <translation>
            <numerusform>&amp;Garder cette ligne</numerusform>
            <numerusform>&amp;Garder ces %n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::EnrolmentSheet</name>
    <message>
        <source>A sample of your hand</source>
        <translation>Un échantillon de votre écriture</translation>
    </message>
    <message>
        <source>Copy these sentences by hand, as you usually write, onto a blank or ruled sheet: one below the other, each beginning on a new line, without the numbers. Then photograph the sheet and drop the picture on Longhand’s window for it.</source>
        <translation>Recopiez ces phrases à la main, comme vous écrivez d&apos;habitude, sur une feuille blanche ou réglée&#xa0;: l&apos;une sous l&apos;autre, chacune sur une nouvelle ligne, sans les numéros. Photographiez ensuite la feuille et déposez l&apos;image dans la fenêtre de Longhand prévue pour cela.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Allemand</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Lines as on the page</source>
        <translation>&amp;Lignes comme sur la page</translation>
    </message>
    <message>
        <source>&amp;Paragraphs joined</source>
        <translation>&amp;Paragraphes réunis</translation>
    </message>
    <message>
        <source>Joined, and words &amp;cut at line ends mended</source>
        <translation>Réunis, et mots &amp;coupés en fin de ligne rétablis</translation>
    </message>
    <message>
        <source>Preview of the text</source>
        <translation>Aperçu du texte</translation>
    </message>
    <message>
        <source>Pa&amp;ges</source>
        <translation>Pa&amp;ges</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Choose &amp;Name…</source>
        <translation>Choisir un &amp;nom…</translation>
    </message>
    <message>
        <source>This format keeps the lines and their places on the page.</source>
        <translation>Ce format garde les lignes et leur place sur la page.</translation>
    </message>
    <message>
        <source>The preview shows the first pages.</source>
        <translation>L’aperçu montre les premières pages.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Exporter</name>
    <message>
        <source>pages</source>
        <translation>pages</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n selected pages</source>
        <translation>
            <numerusform>La page choisie</numerusform>
            <numerusform>Les %n pages choisies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n pages</source>
        <translation>
            <numerusform>La seule page</numerusform>
            <numerusform>Toutes les %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindBar</name>
    <message>
        <source>Match &amp;case</source>
        <translation>Respecter la &amp;casse</translation>
    </message>
    <message>
        <source>Whole &amp;words</source>
        <translation>&amp;Mots entiers</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>&amp;Tout remplacer</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Rechercher et remplacer</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Rechercher dans le texte</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>Où rechercher</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Cette page</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Toutes les pages</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message numerus="yes">
        <source>Not on this page, %n on others</source>
        <translation>
            <numerusform>Pas sur cette page, %n sur les autres</numerusform>
            <numerusform>Pas sur cette page, %n sur les autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::Finder</name>
    <message>
        <source>“%1” was not found.</source>
        <translation>«&#xa0;%1&#xa0;» est introuvable.</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Tout remplacer</translation>
    </message>
    <message numerus="yes">
        <source>Replaced %n times.</source>
        <translation>
            <numerusform>Remplacé une fois.</numerusform>
            <numerusform>Remplacé %n fois.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced %n times on %1 pages.</source>
        <translation>
            <numerusform>Remplacé une fois sur %1 pages.</numerusform>
            <numerusform>Remplacé %n fois sur %1 pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation>Premiers pas</translation>
    </message>
    <message>
        <source>&lt;b&gt;Read.&lt;/b&gt; Drop pictures on the window; they are read by themselves.</source>
        <translation>&lt;b&gt;Lire.&lt;/b&gt; Déposez des images sur la fenêtre&#xa0;; elles sont lues d’elles-mêmes.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Correct.&lt;/b&gt; F3 goes to the next doubtful word, Ctrl+Space offers other readings.</source>
        <translation>&lt;b&gt;Corriger.&lt;/b&gt; F3 va au prochain mot douteux, Ctrl+Espace propose d’autres lectures.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Keep.&lt;/b&gt; Ctrl+E exports the text.</source>
        <translation>&lt;b&gt;Garder.&lt;/b&gt; Ctrl+E exporte le texte.</translation>
    </message>
    <message>
        <source>Hide the first steps</source>
        <translation>Masquer les premiers pas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À faire</translation>
    </message>
</context>
<context>
    <name>longhand::ui::History</name>
    <message>
        <source>typing</source>
        <translation>la saisie</translation>
    </message>
</context>
<context>
    <name>longhand::ui::HistoryActions</name>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Rétablir&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LearningChart</name>
    <message>
        <source>Errors on your lines</source>
        <translation>Erreurs sur vos lignes</translation>
    </message>
    <message>
        <source>Errors on other hands</source>
        <translation>Erreurs sur d’autres mains</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Wrong characters, %</source>
        <translation>Caractères faux, %</translation>
    </message>
    <message>
        <source>Curves of the learning run.</source>
        <translation>Courbes de l’apprentissage.</translation>
    </message>
    <message>
        <source>On your lines %1 % of the characters are wrong.</source>
        <translation>Sur vos lignes, %1 % des caractères sont faux.</translation>
    </message>
    <message>
        <source>On other hands %1 %.</source>
        <translation>Sur d’autres mains %1 %.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineChangeList</name>
    <message>
        <source>None.</source>
        <translation>Aucun.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Et encore %n.</numerusform>
            <numerusform>Et encore %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written:</source>
        <translation>Écrit&#xa0;:</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(rien)</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>Picture of the line</source>
        <translation>Image de la ligne</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineLegend</name>
    <message>
        <source>Dashed: found, not read yet</source>
        <translation>Tirets&#xa0;: trouvée, pas encore lue</translation>
    </message>
    <message>
        <source>Thin: read by machine</source>
        <translation>Fin&#xa0;: lue par la machine</translation>
    </message>
    <message>
        <source>Heavy with a check mark: confirmed by a person</source>
        <translation>Épais avec une coche&#xa0;: confirmée par une personne</translation>
    </message>
    <message>
        <source>What the lines mean</source>
        <translation>Ce que disent les lignes</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineMode</name>
    <message>
        <source>Line by line</source>
        <translation>Ligne par ligne</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>Texte de la ligne</translation>
    </message>
    <message>
        <source>Text of line %1 of %2</source>
        <translation>Texte de la ligne %1 sur %2</translation>
    </message>
    <message>
        <source>The text of this page appears here once it is read.</source>
        <translation>Le texte de cette page apparaît ici une fois lu.</translation>
    </message>
    <message>
        <source>, %1 done</source>
        <translation>, %1 terminées</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>Ligne %1 sur %2</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineNumberPopup</name>
    <message>
        <source>Make this line number</source>
        <translation>En faire la ligne numéro</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineReader</name>
    <message numerus="yes">
        <source>reading %n lines again</source>
        <translation>
            <numerusform>relire %n ligne</numerusform>
            <numerusform>relire %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>reading a line again</source>
        <translation>relire une ligne</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineTools</name>
    <message>
        <source>moving a line</source>
        <translation>déplacer une ligne</translation>
    </message>
    <message>
        <source>moving lines</source>
        <translation>déplacer des lignes</translation>
    </message>
    <message>
        <source>reshaping a line</source>
        <translation>remodeler une ligne</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message numerus="yes">
        <source>%n new readings differ from your text.</source>
        <translation>
            <numerusform>%n nouvelle lecture diffère de votre texte.</numerusform>
            <numerusform>%n nouvelles lectures diffèrent de votre texte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines were read again.</source>
        <translation>
            <numerusform>%n ligne a été relue.</numerusform>
            <numerusform>%n lignes ont été relues.</numerusform>
        </translation>
    </message>
    <message>
        <source>rotating the page</source>
        <translation>tourner la page</translation>
    </message>
    <message>
        <source>drawing a line</source>
        <translation>dessiner une ligne</translation>
    </message>
    <message>
        <source>adding a line</source>
        <translation>ajouter une ligne</translation>
    </message>
    <message>
        <source>The cut is at the end of the line. Move it with the left and right arrow keys.</source>
        <translation>La coupe est au bout de la ligne. Déplacez-la avec les flèches gauche et droite.</translation>
    </message>
    <message>
        <source>splitting a line</source>
        <translation>couper une ligne</translation>
    </message>
    <message>
        <source>Choose two or more lines to join: click them while holding Ctrl.</source>
        <translation>Choisissez au moins deux lignes à joindre&#xa0;: cliquez dessus en tenant Ctrl.</translation>
    </message>
    <message>
        <source>joining lines</source>
        <translation>joindre des lignes</translation>
    </message>
    <message>
        <source>deleting a line</source>
        <translation>supprimer une ligne</translation>
    </message>
    <message>
        <source>deleting lines</source>
        <translation>supprimer des lignes</translation>
    </message>
    <message>
        <source>reordering lines</source>
        <translation>réordonner des lignes</translation>
    </message>
    <message>
        <source>&amp;Confirm Line</source>
        <translation>&amp;Confirmer la ligne</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>&amp;Read Line Again</source>
        <translation>&amp;Relire la ligne</translation>
    </message>
    <message>
        <source>Read All Lines of the &amp;Page Again</source>
        <translation>Relire toutes les lignes de la &amp;page</translation>
    </message>
    <message>
        <source>&amp;Find Lines Again</source>
        <translation>Re&amp;chercher les lignes</translation>
    </message>
    <message>
        <source>&amp;Edit Lines</source>
        <translation>&amp;Modifier les lignes</translation>
    </message>
    <message>
        <source>Drag along writing to draw a line; click a line to change it. Escape ends.</source>
        <translation>Tirez le long de l’écriture pour dessiner une ligne&#xa0;; cliquez une ligne pour la changer. Échap termine.</translation>
    </message>
    <message>
        <source>&amp;New Line Below</source>
        <translation>&amp;Nouvelle ligne dessous</translation>
    </message>
    <message>
        <source>&amp;Split Line</source>
        <translation>&amp;Couper la ligne</translation>
    </message>
    <message>
        <source>&amp;Join Lines</source>
        <translation>&amp;Joindre les lignes</translation>
    </message>
    <message>
        <source>&amp;Delete Line</source>
        <translation>&amp;Supprimer la ligne</translation>
    </message>
    <message>
        <source>Move Line &amp;Up in Order</source>
        <translation>&amp;Monter la ligne dans l’ordre</translation>
    </message>
    <message>
        <source>Move Line Do&amp;wn in Order</source>
        <translation>&amp;Descendre la ligne dans l’ordre</translation>
    </message>
    <message>
        <source>Make This Line &amp;Number…</source>
        <translation>N&amp;uméro de cette ligne…</translation>
    </message>
    <message>
        <source>Rotate &amp;Left</source>
        <translation>Tourner à &amp;gauche</translation>
    </message>
    <message>
        <source>Ctrl+[</source>
        <translation>Ctrl+[</translation>
    </message>
    <message>
        <source>Rotate Ri&amp;ght</source>
        <translation>Tourner à &amp;droite</translation>
    </message>
    <message>
        <source>Ctrl+]</source>
        <translation>Ctrl+]</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>&amp;Lignes</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>What the &amp;Lines Mean</source>
        <translation>Ce que disent les &amp;lignes</translation>
    </message>
    <message>
        <source>What the lines mean</source>
        <translation>Ce que disent les lignes</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>Shift+F8</source>
        <translation>Shift+F8</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
    <message>
        <source>One new reading differs from your text.</source>
        <translation>Une nouvelle lecture diffère de votre texte.</translation>
    </message>
    <message>
        <source>The line was read again.</source>
        <translation>La ligne a été relue.</translation>
    </message>
    <message>
        <source>Cuts at the dashed mark, which the left and right arrow keys move</source>
        <translation>Coupe au trait pointillé, que les flèches gauche et droite déplacent</translation>
    </message>
    <message>
        <source>Joins the chosen lines</source>
        <translation>Joint les lignes choisies</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Up</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Down</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>Ne&amp;xt Point of the Outline</source>
        <translation>Point sui&amp;vant du contour</translation>
    </message>
    <message>
        <source>Pre&amp;vious Point of the Outline</source>
        <translation>Point précéd&amp;ent du contour</translation>
    </message>
</context>
<context>
    <name>longhand::ui::MainWindow</name>
    <message>
        <source>“%1” was upside down, so it was turned.</source>
        <translation>« %1 » était à l’envers et a été tournée.</translation>
    </message>
    <message>
        <source>“%1” lay on its side, so it was turned.</source>
        <translation>« %1 » était couchée sur le côté et a été tournée.</translation>
    </message>
    <message>
        <source>Hardly anything in “%1” could be read with certainty. If it is handwriting, a sharper or larger picture may help.</source>
        <translation>Presque rien dans « %1 » n’a pu être lu avec certitude. S’il s’agit d’écriture manuscrite, une image plus nette ou plus grande peut aider.</translation>
    </message>
    <message>
        <source>There are no pictures in “%1”. Longhand opens JPEG, PNG, TIFF, WebP and BMP files.</source>
        <translation>Il n’y a pas d’images dans «&#xa0;%1&#xa0;». Longhand ouvre les fichiers JPEG, PNG, TIFF, WebP et BMP.</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modèle&#xa0;: %1</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Pas de modèle</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exporté dans %1</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n files</source>
        <translation>
            <numerusform>%n fichier exporté</numerusform>
            <numerusform>%n fichiers exportés</numerusform>
        </translation>
    </message>
    <message>
        <source>Export Again…</source>
        <translation>Exporter à nouveau…</translation>
    </message>
    <message numerus="yes">
        <source>%n pages left</source>
        <translation>
            <numerusform>Encore %n page</numerusform>
            <numerusform>Encore %n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>One page left</source>
        <translation>Encore une page</translation>
    </message>
    <message>
        <source>, about %1 minutes</source>
        <translation>, environ %1 minutes</translation>
    </message>
    <message>
        <source>, about %1 seconds</source>
        <translation>, environ %1 secondes</translation>
    </message>
    <message>
        <source>No recent pictures</source>
        <translation>Aucune image récente</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>The text of this page is on the clipboard.</source>
        <translation>Le texte de cette page est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>&amp;Open Pictures…</source>
        <translation>&amp;Ouvrir des images…</translation>
    </message>
    <message>
        <source>&amp;Export Page…</source>
        <translation>&amp;Exporter la page…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Export &amp;All Pages…</source>
        <translation>Exporter &amp;toutes les pages…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>&amp;Copy Page Text</source>
        <translation>&amp;Copier le texte de la page</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Next Doubtful Word</source>
        <translation>&amp;Mot douteux suivant</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>&amp;Previous Doubtful Word</source>
        <translation>Mot douteux précé&amp;dent</translation>
    </message>
    <message>
        <source>Shift+F3</source>
        <translation>Shift+F3</translation>
    </message>
    <message>
        <source>&amp;Other Readings of the Word</source>
        <translation>A&amp;utres lectures du mot</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation>Ctrl+Space</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>&amp;Stop Reading</source>
        <translation>&amp;Arrêter la lecture</translation>
    </message>
    <message>
        <source>Shift+F5</source>
        <translation>Shift+F5</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n Pages</source>
        <translation>
            <numerusform>&amp;Enlever %n page</numerusform>
            <numerusform>&amp;Enlever %n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove Page</source>
        <translation>&amp;Enlever la page</translation>
    </message>
    <message>
        <source>Ctrl+Del</source>
        <translation>Ctrl+Del</translation>
    </message>
    <message>
        <source>&amp;Previous Page</source>
        <translation>Page &amp;précédente</translation>
    </message>
    <message>
        <source>Ctrl+PgUp</source>
        <translation>Ctrl+PgUp</translation>
    </message>
    <message>
        <source>&amp;Next Page</source>
        <translation>Page &amp;suivante</translation>
    </message>
    <message>
        <source>Ctrl+PgDown</source>
        <translation>Ctrl+PgDown</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Agrandir</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Ctrl+=</source>
        <translation>Ctrl+=</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>&amp;Réduire</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>Ajuster à la &amp;largeur</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>Fit &amp;Page</source>
        <translation>Ajuster à la &amp;page</translation>
    </message>
    <message>
        <source>Ctrl+9</source>
        <translation>Ctrl+9</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Ouvrir un fichier &amp;récent</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Page</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Barre de menus</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Plus d’outils</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Progress of all pages</source>
        <translation>Avancement de toutes les pages</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Ctrl+Y</source>
        <translation>Ctrl+Y</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelComparisonDialog</name>
    <message>
        <source>Both models read your corrected lines…</source>
        <translation>Les deux modèles lisent vos lignes corrigées…</translation>
    </message>
    <message>
        <source>Compare Models</source>
        <translation>Comparer des modèles</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Of 100 characters in your %1 corrected lines, “%2” reads %3 wrong and “%4” %5. A model that has learnt from these lines knows them: only lines it had not seen tell which one is better.</source>
        <translation>Sur 100 caractères de vos %1 lignes corrigées, «&#xa0;%2&#xa0;» en lit %3 de travers et «&#xa0;%4&#xa0;» %5. Un modèle qui a appris de ces lignes les connaît&#xa0;: seules des lignes jamais vues disent lequel est meilleur.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” reads %n lines better</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;» lit mieux %n ligne</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» lit mieux %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>First:</source>
        <translation>Premier&#xa0;:</translation>
    </message>
    <message>
        <source>Second:</source>
        <translation>Second&#xa0;:</translation>
    </message>
    <message>
        <source>There are no corrected lines to compare the models on yet. Correct or confirm some lines of your pages, then compare again.</source>
        <translation>Il n’y a pas encore de lignes corrigées sur lesquelles comparer les modèles. Corrigez ou confirmez quelques lignes de vos pages, puis comparez de nouveau.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelShelf</name>
    <message>
        <source>%1, trained %2</source>
        <translation>%1, entraîné le %2</translation>
    </message>
    <message>
        <source>Learnt %1</source>
        <translation>Appris le %1</translation>
    </message>
    <message>
        <source>The hand of %1, learnt %2</source>
        <translation>La main de %1, apprise le %2</translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %n lines.</source>
        <translation>
            <numerusform>Appris de %n ligne.</numerusform>
            <numerusform>Appris de %n lignes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrong characters on your hand: %1 % before, %2 % now, on %3 lines it had not seen.</source>
        <translation>Caractères faux sur votre main&#xa0;: %1 % avant, %2 % maintenant, sur %3 lignes jamais vues.</translation>
    </message>
    <message>
        <source>On other hands: %1 % before, %2 % now.</source>
        <translation>Sur d’autres mains&#xa0;: %1 % avant, %2 % maintenant.</translation>
    </message>
    <message>
        <source>Kept aside: %1</source>
        <translation>Mis de côté&#xa0;: %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>SHA-256 %1…</source>
        <translation>SHA-256 %1…</translation>
    </message>
    <message>
        <source>%1, in use</source>
        <translation>%1, en service</translation>
    </message>
    <message>
        <source>✓ In use</source>
        <translation>✓ En service</translation>
    </message>
    <message>
        <source>&amp;Go Back to the One Before</source>
        <translation>&amp;Revenir au précédent</translation>
    </message>
    <message>
        <source>The model that was in use before the last change reads again</source>
        <translation>Le modèle en service avant le dernier changement lit de nouveau</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>First model to compare</source>
        <translation>Premier modèle à comparer</translation>
    </message>
    <message>
        <source>Second model to compare</source>
        <translation>Second modèle à comparer</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>&amp;Comparer…</translation>
    </message>
    <message>
        <source>Both read your corrected lines</source>
        <translation>Les deux lisent vos lignes corrigées</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>with</source>
        <translation>avec</translation>
    </message>
    <message>
        <source>The one that came with Longhand</source>
        <translation>Celui livré avec Longhand</translation>
    </message>
    <message>
        <source>The model that came with Longhand</source>
        <translation>Le modèle livré avec Longhand</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Utiliser %1</translation>
    </message>
    <message>
        <source>Knows nobody&apos;s hand in particular. It cannot be deleted.</source>
        <translation>Ne connaît la main de personne en particulier. Il ne peut pas être supprimé.</translation>
    </message>
    <message>
        <source>Stop Using</source>
        <translation>Ne plus utiliser</translation>
    </message>
    <message>
        <source>Stop using %1</source>
        <translation>Ne plus utiliser %1</translation>
    </message>
    <message>
        <source>Pages of %1 are read without a profile from the next one on.</source>
        <translation>Les pages de %1 sont lues sans profil dès la suivante.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Supprimer %1</translation>
    </message>
    <message>
        <source>The model that came with Longhand reads from the next page on.</source>
        <translation>Le modèle livré avec Longhand lit dès la page suivante.</translation>
    </message>
    <message>
        <source>“%1” reads from the next page on.</source>
        <translation>«&#xa0;%1&#xa0;» lit dès la page suivante.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The model that was in use before reads from the next page on.</source>
        <translation>Le modèle en service auparavant lit dès la page suivante.</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>«&#xa0;%1&#xa0;» est supprimé.</translation>
    </message>
    <message numerus="yes">
        <source>And from %n lines that nobody had corrected.</source>
        <translation>
            <numerusform>Et de %n ligne que personne n’avait corrigée.</numerusform>
            <numerusform>Et de %n lignes que personne n’avait corrigées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::NextLines</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Next Line</source>
        <translation>&amp;Ligne suivante</translation>
    </message>
    <message>
        <source>Correct these next</source>
        <translation>À corriger ensuite</translation>
    </message>
    <message>
        <source>End this list</source>
        <translation>Terminer cette liste</translation>
    </message>
    <message>
        <source>There is no line left to correct in the open pages.</source>
        <translation>Il ne reste aucune ligne à corriger dans les pages ouvertes.</translation>
    </message>
    <message>
        <source>That was the last of these lines. Learn &gt; Teach Longhand learns from them.</source>
        <translation>C’était la dernière de ces lignes. Apprendre &gt; Enseigner à Longhand en apprend.</translation>
    </message>
    <message>
        <source>Correct these next: line %1 of %2, on “%3”. Longhand learns most from it.</source>
        <translation>À corriger ensuite&#xa0;: ligne %1 sur %2, sur «&#xa0;%3&#xa0;». C’est d’elle que Longhand apprend le plus.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Notice</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Masquer ce message</translation>
    </message>
</context>
<context>
    <name>longhand::ui::OfferBubble</name>
    <message>
        <source>Tab takes it, Esc leaves it</source>
        <translation>Tab la prend, Échap la laisse</translation>
    </message>
    <message>
        <source>The rest of the line could read: %1</source>
        <translation>La suite de la ligne pourrait être&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageActions</name>
    <message>
        <source>Move Page &amp;Up</source>
        <translation>&amp;Monter la page</translation>
    </message>
    <message>
        <source>Move Page &amp;Down</source>
        <translation>&amp;Descendre la page</translation>
    </message>
    <message>
        <source>&amp;Corrected</source>
        <translation>&amp;Corrigée</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Up</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Down</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>Mark the page as corrected: somebody has gone through all of it</source>
        <translation>Marquer la page comme corrigée&#xa0;: quelqu’un l’a toute parcourue</translation>
    </message>
    <message>
        <source>marking as corrected</source>
        <translation>marquer comme corrigée</translation>
    </message>
    <message>
        <source>marking as not corrected</source>
        <translation>marquer comme non corrigée</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageList</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageModel</name>
    <message>
        <source>The picture is missing</source>
        <translation>L’image manque</translation>
    </message>
    <message>
        <source>The picture has changed</source>
        <translation>L’image a changé</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Reading, %1 %</source>
        <translation>Lecture, %1 %</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corrigée</translation>
    </message>
    <message>
        <source>No text found</source>
        <translation>Aucun texte trouvé</translation>
    </message>
    <message>
        <source>Read, one line</source>
        <translation>Lue, une ligne</translation>
    </message>
    <message numerus="yes">
        <source>Read, %n lines</source>
        <translation>
            <numerusform>Lue, %n ligne</numerusform>
            <numerusform>Lue, %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Non lue</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Échec&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1. %2, edited</source>
        <translation>%1. %2, modifiée</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PagePanel</name>
    <message>
        <source>Progress of this page</source>
        <translation>Avancement de cette page</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>This page could not be read</source>
        <translation>Cette page n’a pas pu être lue</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Attend son tour</translation>
    </message>
    <message>
        <source>Reading was stopped before this page was done.</source>
        <translation>La lecture a été arrêtée avant la fin de cette page.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Read this page</source>
        <translation>Lire cette page</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageProperties</name>
    <message>
        <source>&amp;Writer and Language…</source>
        <translation>&amp;Main et langue…</translation>
    </message>
    <message>
        <source>Alt+Return</source>
        <translation>Alt+Return</translation>
    </message>
    <message>
        <source>Writer and language of the page</source>
        <translation>Main et langue de la page</translation>
    </message>
    <message>
        <source>Writer and language of the page: %1</source>
        <translation>Main et langue de la page&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n selected pages</source>
        <translation>
            <numerusform>%n page sélectionnée</numerusform>
            <numerusform>%n pages sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>choosing writer and language</source>
        <translation>choisir la main et la langue</translation>
    </message>
    <message>
        <source>Writer…</source>
        <translation>Main…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PagePropertiesDialog</name>
    <message>
        <source>&amp;Read again right away</source>
        <translation>&amp;Relire tout de suite</translation>
    </message>
    <message>
        <source>Writer and Language</source>
        <translation>Main et langue</translation>
    </message>
    <message>
        <source>Writer</source>
        <translation>Main</translation>
    </message>
    <message>
        <source>Different writers</source>
        <translation>Mains différentes</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Non indiquée</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Read again right away</source>
        <translation>Relire tout de suite</translation>
    </message>
    <message>
        <source>What you typed or confirmed stays</source>
        <translation>Ce que vous avez tapé ou confirmé reste</translation>
    </message>
    <message>
        <source>&amp;Writer</source>
        <translation>&amp;Main</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Different languages</source>
        <translation>Langues différentes</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>Comme dans les réglages</translation>
    </message>
    <message>
        <source>None: no spelling</source>
        <translation>Aucune&#xa0;: sans orthographe</translation>
    </message>
    <message>
        <source>Every page keeps its writer.</source>
        <translation>Chaque page garde sa main.</translation>
    </message>
    <message>
        <source>Longhand has learnt this hand and reads it accordingly.</source>
        <translation>Longhand a appris cette main et la lit en conséquence.</translation>
    </message>
    <message>
        <source>The model for everybody&apos;s pages reads them.</source>
        <translation>Le modèle pour toutes les mains lit.</translation>
    </message>
    <message>
        <source>Corrections count for this writer, whose hand can be learnt from them.</source>
        <translation>Les corrections comptent pour cette main, qui peut en être apprise.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageView</name>
    <message>
        <source>Page picture</source>
        <translation>Image de la page</translation>
    </message>
    <message>
        <source>The picture of the page with the lines found on it. The arrow keys scroll.</source>
        <translation>L’image de la page avec les lignes trouvées. Les flèches la font défiler.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ProfileOffer</name>
    <message>
        <source>This looks like the hand of %1. Read the page with what Longhand has learnt of it?</source>
        <translation>Cela ressemble à la main de %1. Lire la page avec ce que Longhand en a appris&#xa0;?</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>choosing the writer</source>
        <translation>choisir la main</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ProjectController</name>
    <message>
        <source>&amp;New Project</source>
        <translation>&amp;Nouveau projet</translation>
    </message>
    <message>
        <source>Open Pro&amp;ject…</source>
        <translation>Ouvrir un pro&amp;jet…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>&amp;Save Project</source>
        <translation>&amp;Enregistrer le projet</translation>
    </message>
    <message>
        <source>Save Project &amp;As…</source>
        <translation>Enregistrer le projet &amp;sous…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Save a Pac&amp;ked Copy…</source>
        <translation>Enregistrer une copie &amp;groupée…</translation>
    </message>
    <message>
        <source>One file with the pictures in it, to hand on or to keep</source>
        <translation>Un seul fichier avec ses images, à transmettre ou à conserver</translation>
    </message>
    <message>
        <source>&amp;Locate Missing Pictures…</source>
        <translation>Retrouver les &amp;images manquantes…</translation>
    </message>
    <message>
        <source>Open Recent &amp;Project</source>
        <translation>Ouvrir un &amp;projet récent</translation>
    </message>
    <message>
        <source>Open Recent Project</source>
        <translation>Ouvrir un projet récent</translation>
    </message>
    <message>
        <source>Start a new project?</source>
        <translation>Commencer un nouveau projet&#xa0;?</translation>
    </message>
    <message>
        <source>“%1” is open in another window (%2). This is a copy of it; saving asks for a new name.</source>
        <translation>«&#xa0;%1&#xa0;» est ouvert dans une autre fenêtre (%2). Ceci en est une copie&#xa0;; l’enregistrement demande un nouveau nom.</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Enregistré dans %1</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>One picture is not where it was. Its text is here all the same.</source>
        <translation>Une image n’est plus à sa place. Son texte est là malgré tout.</translation>
    </message>
    <message>
        <source>%1 pictures are not where they were. Their texts are here all the same.</source>
        <translation>%1 images ne sont plus à leur place. Leurs textes sont là malgré tout.</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Retrouver…</translation>
    </message>
    <message>
        <source>There is work that was not saved when Longhand ended.</source>
        <translation>Il y a du travail qui n’était pas enregistré quand Longhand s’est arrêté.</translation>
    </message>
    <message>
        <source>There is work on “%1” that was not saved when Longhand ended.</source>
        <translation>Il y a du travail sur «&#xa0;%1&#xa0;» qui n’était pas enregistré quand Longhand s’est arrêté.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Restore the other work here?</source>
        <translation>Restaurer ici l’autre travail&#xa0;?</translation>
    </message>
    <message>
        <source>Longhand ended before your work was saved. Here it is again; it still has to be saved.</source>
        <translation>Longhand s’est arrêté avant l’enregistrement de votre travail. Le voici&#xa0;; il reste à l’enregistrer.</translation>
    </message>
    <message>
        <source>Longhand ended before “%1” was saved. Here is your work again; it still has to be saved.</source>
        <translation>Longhand s’est arrêté avant l’enregistrement de «&#xa0;%1&#xa0;». Voici votre travail&#xa0;; il reste à l’enregistrer.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Your work is not protected against a crash: %1 It is tried again all the time, and nothing is lost while this window is open.</source>
        <translation>Votre travail n’est pas protégé contre un plantage&#xa0;: %1 Longhand réessaie sans cesse, et rien n’est perdu tant que cette fenêtre est ouverte.</translation>
    </message>
    <message>
        <source>Your work is protected against a crash again.</source>
        <translation>Votre travail est de nouveau protégé contre un plantage.</translation>
    </message>
    <message>
        <source>%1[*] – %2</source>
        <translation>%1[*] – %2</translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation>Aucun projet récent</translation>
    </message>
    <message>
        <source>Open “%1”?</source>
        <translation>Ouvrir «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Close Longhand?</source>
        <translation>Fermer Longhand&#xa0;?</translation>
    </message>
    <message>
        <source> packed</source>
        <translation> groupé</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>pages</translation>
    </message>
    <message>
        <source>Found all pictures.</source>
        <translation>Toutes les images sont retrouvées.</translation>
    </message>
    <message>
        <source>Found %1, still missing %2.</source>
        <translation>%1 retrouvées, %2 manquent encore.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::QuestionedLines</name>
    <message>
        <source>&amp;Leave Out</source>
        <translation>&amp;Écarter</translation>
    </message>
    <message>
        <source>&amp;Decide Later</source>
        <translation>&amp;Décider plus tard</translation>
    </message>
    <message>
        <source>Really?</source>
        <translation>Vraiment&#xa0;?</translation>
    </message>
    <message>
        <source>Picture of the line</source>
        <translation>Image de la ligne</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>Texte de la ligne</translation>
    </message>
    <message>
        <source>Longhand does not learn from this line</source>
        <translation>Longhand n’apprend pas de cette ligne</translation>
    </message>
    <message>
        <source>Longhand reads:</source>
        <translation>Longhand lit&#xa0;:</translation>
    </message>
    <message>
        <source>You wrote:</source>
        <translation>Vous avez écrit&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Save This Text</source>
        <translation>&amp;Enregistrer ce texte</translation>
    </message>
    <message>
        <source>&amp;Keep the Text</source>
        <translation>&amp;Garder le texte</translation>
    </message>
    <message>
        <source>Line %1 of %2: this text hardly fits the picture, so Longhand does not learn from it. Is it really what is written there?</source>
        <translation>Ligne %1 sur %2&#xa0;: ce texte va mal avec l’image, Longhand n’en apprend donc pas. Est-ce vraiment ce qui est écrit&#xa0;?</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ReadingBar</name>
    <message>
        <source>Accept all</source>
        <translation>Tout accepter</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Tout garder</translation>
    </message>
    <message>
        <source>Accept new</source>
        <translation>Prendre la nouvelle</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder le mien</translation>
    </message>
    <message>
        <source>Put the new reading in the place of your text</source>
        <translation>Mettre la nouvelle lecture à la place de votre texte</translation>
    </message>
    <message>
        <source>Leave your text as it is</source>
        <translation>Laisser votre texte tel quel</translation>
    </message>
    <message>
        <source>Previous line that was read again</source>
        <translation>Ligne relue précédente</translation>
    </message>
    <message>
        <source>Next line that was read again</source>
        <translation>Ligne relue suivante</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Le vôtre</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Line %1 was read again (%2 of %3)</source>
        <translation>La ligne %1 a été relue (%2 sur %3)</translation>
    </message>
    <message>
        <source>Line %1 was read again</source>
        <translation>La ligne %1 a été relue</translation>
    </message>
    <message>
        <source>Your text: %1</source>
        <translation>Votre texte&#xa0;: %1</translation>
    </message>
    <message>
        <source>New reading: %1</source>
        <translation>Nouvelle lecture&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::RecentMenu</name>
    <message>
        <source>Clear List</source>
        <translation>Vider la liste</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Session</name>
    <message>
        <source>Pasted picture %1</source>
        <translation>Image collée %1</translation>
    </message>
    <message>
        <source>adding “%1”</source>
        <translation>ajouter «&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>adding %n pages</source>
        <translation>
            <numerusform>ajouter %n page</numerusform>
            <numerusform>ajouter %n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, page %2</translation>
    </message>
    <message>
        <source>reading “%1” again</source>
        <translation>relire «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>removing “%1”</source>
        <translation>enlever «&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>removing %n pages</source>
        <translation>
            <numerusform>enlever %n page</numerusform>
            <numerusform>enlever %n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>moving pages</source>
        <translation>déplacer des pages</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SettingsDialog</name>
    <message>
        <source>No setting has these words.</source>
        <translation>Aucun réglage ne contient ces mots.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Chercher dans les réglages</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>Pages des réglages</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>That of the system</source>
        <translation>Celle du système</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Langue du programme</translation>
    </message>
    <message>
        <source>Takes effect when Longhand is started again.</source>
        <translation>Prend effet au prochain démarrage de Longhand.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>The one in use</source>
        <translation>Celui en service</translation>
    </message>
    <message>
        <source>Weigh how likely the words are</source>
        <translation>Peser la vraisemblance des mots</translation>
    </message>
    <message>
        <source>Thorough: whole readings</source>
        <translation>Approfondi&#xa0;: lectures entières</translation>
    </message>
    <message>
        <source>Fast: letter by letter</source>
        <translation>Rapide&#xa0;: lettre par lettre</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>What reads the handwriting. Pages that were read stay as they are.</source>
        <translation>Ce qui lit l’écriture. Les pages déjà lues restent comme elles sont.</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Décodeur</translation>
    </message>
    <message>
        <source>The fast one finds no other readings of a word.</source>
        <translation>Le rapide ne trouve pas d’autres lectures d’un mot.</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Modèle de langue</translation>
    </message>
    <message>
        <source>Without it pages are read letter by letter, as they stand. Better for names and old spelling.</source>
        <translation>Sans lui, les pages sont lues lettre par lettre, telles quelles. Mieux pour les noms et l’orthographe ancienne.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>Keep my corrections on this computer</source>
        <translation>Garder mes corrections sur cet ordinateur</translation>
    </message>
    <message>
        <source>Learn my handwriting</source>
        <translation>Apprendre mon écriture</translation>
    </message>
    <message>
        <source>Longhand learns from what you correct, when you tell it to. Nothing leaves this computer.</source>
        <translation>Longhand apprend de vos corrections, quand vous le lui dites. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Font of the text</source>
        <translation>Police du texte</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Mark words as doubtful below</source>
        <translation>Marquer comme douteux en dessous de</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Orthographe</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Langue des textes</translation>
    </message>
    <message>
        <source>No dictionaries were found. Install one, for example the package hunspell-en-us, to have words checked.</source>
        <translation>Aucun dictionnaire trouvé. Installez-en un, par exemple le paquet hunspell-fr, pour faire vérifier les mots.</translation>
    </message>
    <message>
        <source>For documents that do not say theirs.</source>
        <translation>Pour les documents qui ne disent pas la leur.</translation>
    </message>
    <message>
        <source>&amp;Remove word</source>
        <translation>&amp;Enlever le mot</translation>
    </message>
    <message>
        <source>My words</source>
        <translation>Mes mots</translation>
    </message>
    <message>
        <source>Words you added are right in every language.</source>
        <translation>Les mots que vous ajoutez sont justes dans toutes les langues.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>keys keyboard</source>
        <translation>touches clavier</translation>
    </message>
    <message>
        <source>Of the words marked at 60 %, more than four in ten are wrong. More marks find more mistakes and take longer to go through.</source>
        <translation>Parmi les mots marqués à 60 %, plus de quatre sur dix sont faux. Plus de marques trouvent plus de fautes et prennent plus de temps.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ShortcutEditor</name>
    <message>
        <source>&amp;Assign</source>
        <translation>A&amp;ttribuer</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>&amp;Aucune touche</translation>
    </message>
    <message>
        <source>&amp;Usual keys</source>
        <translation>Touches &amp;habituelles</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Nouvelles touches</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Appuyez ici sur les nouvelles touches</translation>
    </message>
    <message>
        <source>All as &amp;usual</source>
        <translation>&amp;Tout comme d’habitude</translation>
    </message>
    <message>
        <source>These keys belong to “%1”, which loses them.</source>
        <translation>Ces touches appartiennent à «&#xa0;%1 », qui les perd.</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>%1 (while lines are edited)</source>
        <translation>%1 (pendant l’édition des lignes)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>Ligne par ligne</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Dans le texte</translation>
    </message>
    <message>
        <source>The line is right, go on</source>
        <translation>La ligne est juste, continuer</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Next line, line before</source>
        <translation>Ligne suivante, précédente</translation>
    </message>
    <message>
        <source>Down or Tab, Up or Shift+Tab</source>
        <translation>Bas ou Tab, Haut ou Maj+Tab</translation>
    </message>
    <message>
        <source>Several lines on or back</source>
        <translation>Plusieurs lignes plus loin ou en arrière</translation>
    </message>
    <message>
        <source>Page Down, Page Up</source>
        <translation>Page suiv., Page préc.</translation>
    </message>
    <message>
        <source>First, last line of the page</source>
        <translation>Première, dernière ligne de la page</translation>
    </message>
    <message>
        <source>Ctrl+Home, Ctrl+End</source>
        <translation>Ctrl+Home, Ctrl+End</translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation>Retour à la page</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Take an offered rest of the line</source>
        <translation>Prendre la suite proposée</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>La laisser</translation>
    </message>
    <message>
        <source>Pick another reading</source>
        <translation>Choisir une autre lecture</translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation>1 à 9</translation>
    </message>
    <message>
        <source>Keep the word as it is</source>
        <translation>Garder le mot tel quel</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Next match, match before, in the search</source>
        <translation>Résultat suivant, précédent, dans la recherche</translation>
    </message>
    <message>
        <source>Enter, Shift+Enter</source>
        <translation>Entrée, Maj+Entrée</translation>
    </message>
    <message>
        <source>On the page, while lines are edited</source>
        <translation>Sur la page, pendant l’édition des lignes</translation>
    </message>
    <message>
        <source>Choose a line; add it to the chosen ones</source>
        <translation>Choisir une ligne&#xa0;; l’ajouter au choix</translation>
    </message>
    <message>
        <source>Up, Down; with Shift</source>
        <translation>Haut, Bas&#xa0;; avec Maj</translation>
    </message>
    <message>
        <source>Move lines or a point; farther</source>
        <translation>Déplacer lignes ou point&#xa0;; plus loin</translation>
    </message>
    <message>
        <source>Ctrl+arrows; with Shift</source>
        <translation>Ctrl+flèches&#xa0;; avec Maj</translation>
    </message>
    <message>
        <source>Move the place of the cut; farther</source>
        <translation>Déplacer la coupe&#xa0;; plus loin</translation>
    </message>
    <message>
        <source>Left, Right; with Shift</source>
        <translation>Gauche, Droite&#xa0;; avec Maj</translation>
    </message>
    <message>
        <source>Let go of what is chosen, end</source>
        <translation>Lâcher le choix, terminer</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TextDifference</name>
    <message>
        <source>right</source>
        <translation>juste</translation>
    </message>
    <message>
        <source>one wrong character</source>
        <translation>un caractère faux</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong characters</source>
        <translation>
            <numerusform>%n caractère faux</numerusform>
            <numerusform>%n caractères faux</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::TextMenu</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Recherche de suggestions…</translation>
    </message>
    <message>
        <source>&amp;Add “%1” to my words</source>
        <translation>&amp;Ajouter «&#xa0;%1&#xa0;» à mes mots</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Co&amp;uper</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Pas de suggestions</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TextPane</name>
    <message>
        <source>Text of the page</source>
        <translation>Texte de la page</translation>
    </message>
    <message>
        <source>There are no doubtful words on this page.</source>
        <translation>Il n’y a pas de mots douteux sur cette page.</translation>
    </message>
    <message>
        <source>Doubtful word %1 of %2. Ctrl+Space offers other readings.</source>
        <translation>Mot douteux %1 sur %2. Ctrl+Espace propose d’autres lectures.</translation>
    </message>
    <message>
        <source>There is no word at the caret.</source>
        <translation>Il n’y a pas de mot au curseur.</translation>
    </message>
    <message>
        <source>There are no other readings of “%1”.</source>
        <translation>Il n’y a pas d’autres lectures de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is doubtful.</source>
        <translation>«&#xa0;%1&#xa0;» est douteux.</translation>
    </message>
    <message>
        <source>One line of text for each line on the page.</source>
        <translation>Une ligne de texte pour chaque ligne de la page.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Trainer</name>
    <message>
        <source>Longhand has learnt from your corrections.</source>
        <translation>Longhand a appris de vos corrections.</translation>
    </message>
    <message>
        <source>Look at the Result…</source>
        <translation>Voir le résultat…</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Montrer…</translation>
    </message>
    <message>
        <source>Learning was broken off. It can go on from where it was.</source>
        <translation>L’apprentissage s’est interrompu. Il peut reprendre là où il était.</translation>
    </message>
    <message>
        <source>&amp;Teach Longhand…</source>
        <translation>&amp;Enseigner à Longhand…</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Correct These &amp;Next</source>
        <translation>Corriger &amp;celles-ci ensuite</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Ctrl+J</translation>
    </message>
    <message>
        <source>&amp;Sample Sheet…</source>
        <translation>&amp;Feuille d’essai…</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modèles…</translation>
    </message>
    <message numerus="yes">
        <source>%n lines of the sample sheet are kept to learn from.</source>
        <translation>
            <numerusform>%n ligne de la feuille d’essai est gardée pour apprendre.</numerusform>
            <numerusform>%n lignes de la feuille d’essai sont gardées pour apprendre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another model reads from the next page on.</source>
        <translation>Un autre modèle lit dès la page suivante.</translation>
    </message>
    <message>
        <source>Read the Open Pages Again</source>
        <translation>Relire les pages ouvertes</translation>
    </message>
    <message>
        <source>Pages of %1 are read differently from now on.</source>
        <translation>Désormais, les pages de %1 sont lues autrement.</translation>
    </message>
    <message>
        <source>Open the corrected pages first: their writer is said there.</source>
        <translation>Ouvrez d’abord les pages corrigées&#xa0;: c’est là que se dit qui les a écrites.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerPage</name>
    <message>
        <source>The new model reads from the next page on.</source>
        <translation>Le nouveau modèle lit dès la page suivante.</translation>
    </message>
    <message>
        <source>From now on pages of %1 are read with what was learnt.</source>
        <translation>Désormais, les pages de %1 sont lues avec ce qui a été appris.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The model from before reads again. The new one stays in the list of models.</source>
        <translation>Le modèle d’avant lit de nouveau. Le nouveau reste dans la liste des modèles.</translation>
    </message>
    <message>
        <source>The new model is discarded. Your corrections are still there.</source>
        <translation>Le nouveau modèle est abandonné. Vos corrections sont toujours là.</translation>
    </message>
    <message>
        <source>The model is in the list of models again, kept aside.</source>
        <translation>Le modèle est de nouveau dans la liste, mis de côté.</translation>
    </message>
    <message>
        <source>Cutting out the lines of the open pages…</source>
        <translation>Découpage des lignes des pages ouvertes…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerResultView</name>
    <message>
        <source>Reads your hand with %1 % fewer errors, measured on %2 lines it had not seen.</source>
        <translation>Lit votre écriture avec %1 % d’erreurs en moins, mesuré sur %2 lignes jamais vues.</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Accepter</translation>
    </message>
    <message>
        <source>&amp;Keep Aside</source>
        <translation>&amp;Mettre de côté</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>A&amp;bandonner</translation>
    </message>
    <message>
        <source>Reads with it from the next page on</source>
        <translation>Lit avec lui dès la page suivante</translation>
    </message>
    <message>
        <source>Leaves it in the list of models without using it</source>
        <translation>Le laisse dans la liste des modèles sans s’en servir</translation>
    </message>
    <message>
        <source>The new model is not better, so nothing has changed.</source>
        <translation>Le nouveau modèle n’est pas meilleur&#xa0;; rien n’a donc changé.</translation>
    </message>
    <message>
        <source>On your lines it was wrong in %1 of 100 characters before and is in %2 now.</source>
        <translation>Sur vos lignes, il se trompait dans %1 caractères sur 100 et se trompe maintenant dans %2.</translation>
    </message>
    <message>
        <source>On other hands it was wrong in %1 and is in %2.</source>
        <translation>Sur d’autres mains il se trompait dans %1 et se trompe dans %2.</translation>
    </message>
    <message>
        <source>It has learnt new characters: %1</source>
        <translation>Il a appris de nouveaux caractères&#xa0;: %1</translation>
    </message>
    <message>
        <source>The run was stopped before its end.</source>
        <translation>L’apprentissage a été arrêté avant la fin.</translation>
    </message>
    <message>
        <source>One line was left out because its text hardly fits: look at it…</source>
        <translation>Une ligne a été écartée car son texte va mal&#xa0;: la voir…</translation>
    </message>
    <message numerus="yes">
        <source>%n lines were left out because their texts hardly fit: look at them…</source>
        <translation>
            <numerusform>%n ligne a été écartée car son texte va mal&#xa0;: la voir…</numerusform>
            <numerusform>%n lignes ont été écartées car leurs textes vont mal&#xa0;: les voir…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read better: %n lines</source>
        <translation>
            <numerusform>Mieux lue&#xa0;: %n ligne</numerusform>
            <numerusform>Mieux lues&#xa0;: %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Before:</source>
        <translation>Avant&#xa0;:</translation>
    </message>
    <message>
        <source>Now:</source>
        <translation>Maintenant&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>Read worse: %n lines</source>
        <translation>
            <numerusform>Moins bien lue&#xa0;: %n ligne</numerusform>
            <numerusform>Moins bien lues&#xa0;: %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>The new model is kept aside, so nothing has changed.</source>
        <translation>Le nouveau modèle est mis de côté&#xa0;; rien n’a donc changé.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerRunView</name>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>The run was broken off. It can go on from where it was.</source>
        <translation>L’apprentissage s’est interrompu. Il peut reprendre là où il était.</translation>
    </message>
    <message>
        <source>Checking whether the texts fit their lines…</source>
        <translation>Vérification que les textes vont avec leurs lignes…</translation>
    </message>
    <message>
        <source>Trying out what learning brings: part %1 of %2…</source>
        <translation>Essai de ce qu’apporte l’apprentissage&#xa0;: partie %1 sur %2…</translation>
    </message>
    <message>
        <source>Learning…</source>
        <translation>Apprentissage…</translation>
    </message>
    <message>
        <source>Measuring on lines it has not seen…</source>
        <translation>Mesure sur des lignes jamais vues…</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>encore moins d’une minute</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>encore environ une minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>encore environ %n minute</numerusform>
            <numerusform>encore environ %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop and Keep the Best</source>
        <translation>&amp;Arrêter et garder le meilleur</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>Progress of learning</source>
        <translation>Avancement de l’apprentissage</translation>
    </message>
    <message>
        <source>Ends the run and measures what it has learnt so far</source>
        <translation>Termine et mesure ce qui a été appris jusqu’ici</translation>
    </message>
    <message>
        <source>Ends the run and throws away what it has learnt</source>
        <translation>Termine et jette ce qui a été appris</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pause.</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Throw Away</source>
        <translation>&amp;Jeter</translation>
    </message>
    <message>
        <source>So far: %1 % fewer errors on %2 lines it had not seen.</source>
        <translation>Jusqu’ici : %1 % d’erreurs en moins sur %2 lignes jamais vues.</translation>
    </message>
    <message>
        <source>So far: %1 % more errors on %2 lines it had not seen.</source>
        <translation>Jusqu’ici : %1 % d’erreurs en plus sur %2 lignes jamais vues.</translation>
    </message>
    <message>
        <source>So far: as many errors as before on %1 lines it had not seen.</source>
        <translation>Jusqu’ici : autant d’erreurs qu’avant sur %1 lignes jamais vues.</translation>
    </message>
    <message>
        <source>Reading the lines that nobody has corrected…</source>
        <translation>Lecture des lignes que personne n’a corrigées…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerStartView</name>
    <message>
        <source>&amp;Learn from My Corrections</source>
        <translation>&amp;Apprendre de mes corrections</translation>
    </message>
    <message>
        <source>Whose lines to learn from</source>
        <translation>Les lignes de qui apprendre</translation>
    </message>
    <message>
        <source>Everybody&apos;s lines</source>
        <translation>Les lignes de tous</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>At most so many minutes of work</source>
        <translation>Au plus tant de minutes de travail</translation>
    </message>
    <message>
        <source>At most so many processor cores</source>
        <translation>Au plus tant de cœurs du processeur</translation>
    </message>
    <message>
        <source>Learn from:</source>
        <translation>Apprendre de&#xa0;:</translation>
    </message>
    <message>
        <source>At most:</source>
        <translation>Au plus&#xa0;:</translation>
    </message>
    <message>
        <source>Processor cores:</source>
        <translation>Cœurs du processeur&#xa0;:</translation>
    </message>
    <message>
        <source>Look at &amp;Them…</source>
        <translation>Les &amp;voir…</translation>
    </message>
    <message>
        <source>&amp;Write a Sample Sheet…</source>
        <translation>É&amp;crire une feuille d’essai…</translation>
    </message>
    <message>
        <source>Sixteen sentences to copy by hand and photograph</source>
        <translation>Seize phrases à copier à la main et à photographier</translation>
    </message>
    <message>
        <source>Correct These &amp;Next</source>
        <translation>Corriger &amp;celles-ci ensuite</translation>
    </message>
    <message>
        <source>The lines of the open pages that teach most, one after the other</source>
        <translation>Les lignes des pages ouvertes qui enseignent le plus, l’une après l’autre</translation>
    </message>
    <message>
        <source>More lines to learn from:</source>
        <translation>Plus de lignes pour apprendre&#xa0;:</translation>
    </message>
    <message>
        <source>The lines of %1</source>
        <translation>Les lignes de %1</translation>
    </message>
    <message>
        <source>Teach Longhand your hand</source>
        <translation>Apprendre votre écriture à Longhand</translation>
    </message>
    <message>
        <source>Longhand can learn your hand</source>
        <translation>Longhand peut apprendre votre écriture</translation>
    </message>
    <message numerus="yes">
        <source>It needs at least %n corrected lines.</source>
        <translation>
            <numerusform>Il faut au moins %n ligne corrigée.</numerusform>
            <numerusform>Il faut au moins %n lignes corrigées.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation>Il n’y en a pas encore.</translation>
    </message>
    <message>
        <source>There is one so far.</source>
        <translation>Il y en a une jusqu’ici.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n so far.</source>
        <translation>
            <numerusform>Il y en a %n jusqu’ici.</numerusform>
            <numerusform>Il y en a %n jusqu’ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a page, correct its lines or confirm those that are right, and come back; or copy the sample sheet by hand and open a photo of it.</source>
        <translation>Ouvrez une page, corrigez ses lignes ou confirmez celles qui sont justes, puis revenez&#xa0;; ou recopiez la feuille d’essai à la main et ouvrez-en une photo.</translation>
    </message>
    <message>
        <source>There are %1 corrected lines with %2 words, by %3 writers.</source>
        <translation>Il y a %1 lignes corrigées de %2 mots, de %3 mains.</translation>
    </message>
    <message>
        <source>There are %1 corrected lines with %2 words.</source>
        <translation>Il y a %1 lignes corrigées de %2 mots.</translation>
    </message>
    <message>
        <source>Nothing was learnt from them yet.</source>
        <translation>Rien n’en a encore été appris.</translation>
    </message>
    <message>
        <source>One of them is new since the last run.</source>
        <translation>L’une d’elles est nouvelle depuis la dernière fois.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them are new since the last run.</source>
        <translation>
            <numerusform>%n d’entre elles est nouvelle depuis la dernière fois.</numerusform>
            <numerusform>%n d’entre elles sont nouvelles depuis la dernière fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>This happens on this computer, in the background. You can go on working, pause it, or close the window. Nothing changes until you accept the result.</source>
        <translation>Cela se passe sur cet ordinateur, en arrière-plan. Vous pouvez continuer à travailler, faire une pause ou fermer la fenêtre. Rien ne change avant que vous acceptiez le résultat.</translation>
    </message>
    <message>
        <source>The model in use has learnt from all of these lines. Correct more of them first.</source>
        <translation>Le modèle en service a appris de toutes ces lignes. Corrigez-en d’abord d’autres.</translation>
    </message>
    <message>
        <source>One line is left out: its text hardly fits its picture.</source>
        <translation>Une ligne est écartée&#xa0;: son texte va mal avec l’image.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines are left out: their texts hardly fit their pictures.</source>
        <translation>
            <numerusform>%n ligne est écartée&#xa0;: son texte va mal avec l’image.</numerusform>
            <numerusform>%n lignes sont écartées&#xa0;: leurs textes vont mal avec les images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It needs at least %n corrected lines of %1.</source>
        <translation>
            <numerusform>Il faut au moins %n ligne corrigée de %1.</numerusform>
            <numerusform>Il faut au moins %n lignes corrigées de %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are %1 corrected lines of %3 with %2 words.</source>
        <translation>Il y a %1 lignes corrigées de %3, soit %2 mots.</translation>
    </message>
    <message numerus="yes">
        <source>The model in use has learnt from the others. To see whether more can be gained, %n more new lines are needed: correct or confirm them first.</source>
        <translation>
            <numerusform>Le modèle en service a appris des autres. Pour voir s’il y a encore à gagner, il faut %n nouvelle ligne de plus&#xa0;: corrigez-la ou confirmez-la d’abord.</numerusform>
            <numerusform>Le modèle en service a appris des autres. Pour voir s’il y a encore à gagner, il faut %n nouvelles lignes de plus&#xa0;: corrigez-les ou confirmez-les d’abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>The lines of one writer alone teach more about that hand, and change nothing for others.</source>
        <translation>Les lignes d’une seule personne en apprennent plus sur sa main et ne changent rien pour les autres.</translation>
    </message>
    <message>
        <source>Longhand reads them with what your corrections have taught, and learns from what it reads. This takes longer, and teaches more.</source>
        <translation>Longhand les lit avec ce que vos corrections lui ont appris, et apprend de ce qu’il lit. Cela prend plus de temps et apprend davantage.</translation>
    </message>
    <message numerus="yes">
        <source>Also learn from the %n lines of the open pages that nobody has corrected</source>
        <translation>
            <numerusform>Apprendre aussi de la %n ligne des pages ouvertes que personne n’a corrigée</numerusform>
            <numerusform>Apprendre aussi des %n lignes des pages ouvertes que personne n’a corrigées</numerusform>
        </translation>
    </message>
    <message>
        <source>Say W&amp;hose Hand…</source>
        <translation>Dire de qui est l’écri&amp;ture…</translation>
    </message>
    <message>
        <source>If all of it is in one hand, say whose: Longhand then learns more about it, and reads everybody else as before.</source>
        <translation>Si tout est d’une seule main, dites de qui&#xa0;: Longhand en apprend alors davantage, et lit tous les autres comme avant.</translation>
    </message>
    <message>
        <source>For the open pages of which nobody has said it</source>
        <translation>Pour les pages ouvertes dont personne ne l’a encore dit</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerWindow</name>
    <message>
        <source>Teach Longhand</source>
        <translation>Enseigner à Longhand</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modèles</translation>
    </message>
    <message>
        <source>&amp;Other Data</source>
        <translation>&amp;Autres données</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainingDataPage</name>
    <message>
        <source>%1 lines were taken over, %2 of them new.</source>
        <translation>%1 lignes ont été reprises, dont %2 nouvelles.</translation>
    </message>
    <message>
        <source>Left out: %1 (%2)</source>
        <translation>Écarté&#xa0;: %1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Import a Folder…</source>
        <translation>&amp;Importer un dossier…</translation>
    </message>
    <message>
        <source>From scratch, without the model in use</source>
        <translation>À partir de zéro, sans le modèle en service</translation>
    </message>
    <message>
        <source>&amp;Train from a Pack…</source>
        <translation>&amp;Entraîner avec un paquet…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Writer of the imported lines</source>
        <translation>Main des lignes importées</translation>
    </message>
    <message>
        <source>As the data say</source>
        <translation>Comme le disent les données</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importation</translation>
    </message>
    <message>
        <source>Import Transcribed Lines</source>
        <translation>Importer des lignes transcrites</translation>
    </message>
    <message>
        <source>Transcribed lines</source>
        <translation>Lignes transcrites</translation>
    </message>
    <message>
        <source>Takes lines that were transcribed elsewhere over as corrections: line pictures with .gt.txt files (kraken, OCR-D), PAGE or ALTO with their pictures (eScriptorium, Transkribus), a lines.tsv, or the IAM database. Then learn from them as from your own.</source>
        <translation>Reprend comme corrections des lignes transcrites ailleurs&#xa0;: images de lignes avec fichiers .gt.txt (kraken, OCR-D), PAGE ou ALTO avec leurs images (eScriptorium, Transkribus), un lines.tsv, ou la base IAM. Apprenez-en ensuite comme des vôtres.</translation>
    </message>
    <message>
        <source>Writer:</source>
        <translation>Main&#xa0;:</translation>
    </message>
    <message>
        <source>Training steps</source>
        <translation>Pas d’entraînement</translation>
    </message>
    <message>
        <source>Keeps the best so far; the same pack goes on from there</source>
        <translation>Garde le meilleur jusqu’ici&#xa0;; le même paquet reprend de là</translation>
    </message>
    <message>
        <source>Progress of training</source>
        <translation>Avancement de l’entraînement</translation>
    </message>
    <message>
        <source>Choose a Training Pack</source>
        <translation>Choisir un paquet d’entraînement</translation>
    </message>
    <message>
        <source>Training packs (*.pack)</source>
        <translation>Paquets d’entraînement (*.pack)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3 left.</source>
        <translation>Pas %1 sur %2, encore %3.</translation>
    </message>
    <message>
        <source>%1 % of the characters of lines held out are wrong.</source>
        <translation>%1 % des caractères des lignes mises de côté sont faux.</translation>
    </message>
    <message>
        <source>The model is trained. It is in the list of models; compare it before you use it.</source>
        <translation>Le modèle est entraîné. Il est dans la liste&#xa0;; comparez-le avant de vous en servir.</translation>
    </message>
    <message>
        <source>Full training</source>
        <translation>Entraînement complet</translation>
    </message>
    <message>
        <source>Trains a model from a pack of many thousand lines, made with “longhand data pack”. This takes hours or days. It ends with Longhand, and goes on from there when it is started again with the same pack.</source>
        <translation>Entraîne un modèle avec un paquet de milliers de lignes, fait par «&#xa0;longhand data pack&#xa0;». Cela prend des heures ou des jours, s’arrête quand Longhand se ferme et reprend de là si on le relance avec le même paquet.</translation>
    </message>
    <message>
        <source>Steps:</source>
        <translation>Pas&#xa0;:</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::WindowTools</name>
    <message>
        <source>&amp;About Longhand</source>
        <translation>À &amp;propos de Longhand</translation>
    </message>
    <message>
        <source>About Longhand</source>
        <translation>À propos de Longhand</translation>
    </message>
    <message>
        <source>Turns pictures of handwriting into text, and learns your hand from your corrections. Your pictures, texts and corrections stay on this computer.</source>
        <translation>Change des images d’écriture en texte et apprend votre main à partir de vos corrections. Vos images, vos textes et vos corrections restent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence, built with Qt, Qt Charts, OpenCV and LibTorch. What the models were trained on, and their terms, stands in the cards beside them.</source>
        <translation>Logiciel libre sous licence MIT, construit avec Qt, Qt Charts, OpenCV et LibTorch. Ce sur quoi les modèles ont été entraînés, et leurs conditions, se trouve dans leurs fiches.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Réglages…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message numerus="yes">
        <source>Printed %n pages.</source>
        <translation>
            <numerusform>%n page imprimée.</numerusform>
            <numerusform>%n pages imprimées.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no text to print yet.</source>
        <translation>Il n’y a pas encore de texte à imprimer.</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>The &amp;text</source>
        <translation>Le &amp;texte</translation>
    </message>
    <message>
        <source>The &amp;pictures and their text</source>
        <translation>Les &amp;images et leur texte</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
</TS>
