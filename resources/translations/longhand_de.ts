<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>PageView</name>
    <message>
        <source>Line %1, no text</source>
        <translation>Zeile %1, ohne Text</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>ProjectLock</name>
    <message>
        <source>process %1 on %2</source>
        <translation>Prozess %1 auf %2</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Open Pictures</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp)</source>
        <translation>Bilder (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” is already there. Replace it?</source>
        <translation>„%1“ gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>%1 of the files are already there. Replace them?</source>
        <translation>%1 der Dateien gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Longhand projects (*.longhand)</source>
        <translation>Longhand-Projekte (*.longhand)</translation>
    </message>
    <message>
        <source>Save Project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Where is “%1” now?</source>
        <translation>Wo ist „%1“ jetzt?</translation>
    </message>
    <message>
        <source>Your work has not been saved. Without that it is lost.</source>
        <translation>Ihre Arbeit ist nicht gespeichert. Sonst geht sie verloren.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>JSON with positions</source>
        <translation>JSON mit Positionen</translation>
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
        <translation>PDF mit auswählbarem Text</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument-Text</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
</context>
<context>
    <name>longhand::app::FullTraining</name>
    <message>
        <source>The trainer could not be started. Start the program again.</source>
        <translation>Der Trainer konnte nicht gestartet werden. Starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Training ended before there was a model. Start it again to go on from where it was.</source>
        <translation>Das Training endete, bevor es ein Modell gab. Starten Sie es erneut, um dort weiterzumachen.</translation>
    </message>
    <message>
        <source>It was trained from the pack “%1” and not measured on your hand.</source>
        <translation>Es wurde aus dem Paket „%1“ trainiert und nicht an Ihrer Hand gemessen.</translation>
    </message>
</context>
<context>
    <name>longhand::ui</name>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>read by machine</source>
        <translation>von der Maschine gelesen</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>no doubtful words, %1</source>
        <translation>keine zweifelhaften Wörter, %1</translation>
    </message>
    <message>
        <source>one doubtful word, %1</source>
        <translation>ein zweifelhaftes Wort, %1</translation>
    </message>
    <message>
        <source>%n doubtful words, %1</source>
        <translation>%n zweifelhafte Wörter, %1</translation>
    </message>
    <message>
        <source>another reading to decide about</source>
        <translation>eine andere Lesung zu entscheiden</translation>
    </message>
</context>
<context>
    <name>longhand::ui::AlternativesMenu</name>
    <message>
        <source>Other readings of “%1”</source>
        <translation>Andere Lesungen von „%1“</translation>
    </message>
    <message>
        <source>Keep “%1”</source>
        <translation>„%1“ behalten</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChangedPictures</name>
    <message>
        <source>The picture has changed since it was read; the lines may be in other places now.</source>
        <translation>Das Bild hat sich geändert, seit es gelesen wurde; die Zeilen können jetzt woanders liegen.</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>One picture has changed since it was read.</source>
        <translation>Ein Bild hat sich geändert, seit es gelesen wurde.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures have changed since they were read; their lines may be in other places now.</source>
        <translation>
            <numerusform>%n Bild hat sich geändert, seit es gelesen wurde; seine Zeilen können jetzt woanders liegen.</numerusform>
            <numerusform>%n Bilder haben sich geändert, seit sie gelesen wurden; ihre Zeilen können jetzt woanders liegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the First</source>
        <translation>Das erste zeigen</translation>
    </message>
    <message>
        <source>Read Them Again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Keep Them</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CleaningPanel</name>
    <message>
        <source>Show on the page</source>
        <translation>Auf der Seite zeigen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Apply to this page</source>
        <translation>Auf diese Seite anwenden</translation>
    </message>
    <message>
        <source>Apply to all pages</source>
        <translation>Auf alle Seiten anwenden</translation>
    </message>
    <message>
        <source>Straighten the sheet</source>
        <translation>Blatt entzerren</translation>
    </message>
    <message>
        <source>Takes out the perspective of a photo</source>
        <translation>Nimmt die Perspektive eines Fotos heraus</translation>
    </message>
    <message>
        <source>Smallest sheet</source>
        <translation>Kleinstes Blatt</translation>
    </message>
    <message>
        <source> % of the picture</source>
        <translation> % des Bildes</translation>
    </message>
    <message>
        <source>Reduce large pictures</source>
        <translation>Große Bilder verkleinern</translation>
    </message>
    <message>
        <source>More pixels than this do not help reading</source>
        <translation>Mehr Pixel helfen beim Lesen nicht</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>Längere Seite</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Even out the light</source>
        <translation>Licht ausgleichen</translation>
    </message>
    <message>
        <source>Takes out shadows and stains</source>
        <translation>Entfernt Schatten und Flecken</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source> % of the page</source>
        <translation> % der Seite</translation>
    </message>
    <message>
        <source>Remove specks</source>
        <translation>Punkte entfernen</translation>
    </message>
    <message>
        <source>Single pixels unlike all around them</source>
        <translation>Einzelne Pixel, die zu nichts um sie herum passen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Level the lines</source>
        <translation>Zeilen waagerecht stellen</translation>
    </message>
    <message>
        <source>Turns the page so that lines run straight</source>
        <translation>Dreht die Seite, bis die Zeilen gerade laufen</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>Ignore ruled lines</source>
        <translation>Linierung übergehen</translation>
    </message>
    <message>
        <source>Printed rules and boxes are not taken for writing</source>
        <translation>Gedruckte Linien und Kästen gelten nicht als Schrift</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Kürzeste</translation>
    </message>
    <message>
        <source>Ignore print</source>
        <translation>Gedrucktes übergehen</translation>
    </message>
    <message>
        <source>Lines of printed letters are not taken for writing</source>
        <translation>Gedruckte Zeilen gelten nicht als Handschrift</translation>
    </message>
    <message>
        <source>Letters, at least</source>
        <translation>Buchstaben, mindestens</translation>
    </message>
    <message>
        <source>How ink is told from paper</source>
        <translation>Wie Tinte von Papier unterschieden wird</translation>
    </message>
    <message>
        <source>One threshold (Otsu)</source>
        <translation>Eine Schwelle (Otsu)</translation>
    </message>
    <message>
        <source>Local (Sauvola)</source>
        <translation>Örtlich (Sauvola)</translation>
    </message>
    <message>
        <source>Local (Gaussian)</source>
        <translation>Örtlich (Gauß)</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>Sensitivity k</source>
        <translation>Empfindlichkeit k</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>What is read</source>
        <translation>Was gelesen wird</translation>
    </message>
    <message>
        <source>Where lines are looked for</source>
        <translation>Wo nach Zeilen gesucht wird</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Before at the left, after at the right</source>
        <translation>Vorher links, nachher rechts</translation>
    </message>
    <message>
        <source>Reads the page again; what you typed or confirmed stays</source>
        <translation>Liest die Seite neu; was Sie geschrieben oder bestätigt haben, bleibt</translation>
    </message>
    <message>
        <source>Reads all pages again; what you typed or confirmed stays</source>
        <translation>Liest alle Seiten neu; was Sie geschrieben oder bestätigt haben, bleibt</translation>
    </message>
    <message>
        <source>Before | after</source>
        <translation>Vorher | nachher</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CleaningTools</name>
    <message>
        <source>straightened</source>
        <translation>entzerrt</translation>
    </message>
    <message>
        <source>reduced</source>
        <translation>verkleinert</translation>
    </message>
    <message>
        <source>light evened out</source>
        <translation>Licht ausgeglichen</translation>
    </message>
    <message>
        <source>specks removed</source>
        <translation>Punkte entfernt</translation>
    </message>
    <message>
        <source>levelled</source>
        <translation>waagerecht gestellt</translation>
    </message>
    <message>
        <source>ruled lines ignored</source>
        <translation>Linierung übergangen</translation>
    </message>
    <message>
        <source>print ignored</source>
        <translation>Gedrucktes übergangen</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Säuberung</translation>
    </message>
    <message>
        <source>Cleaning of the page</source>
        <translation>Säuberung der Seite</translation>
    </message>
    <message>
        <source>&amp;Cleaning of the Page</source>
        <translation>&amp;Säuberung der Seite</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>Cleaning…</source>
        <translation>Säubern…</translation>
    </message>
    <message>
        <source>Nothing had to be cleaned.</source>
        <translation>Es war nichts zu säubern.</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>Erledigt: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>changing the cleaning</source>
        <translation>Säuberung ändern</translation>
    </message>
    <message numerus="yes">
        <source>%n pages are read again.</source>
        <translation>
            <numerusform>%n Seite wird neu gelesen.</numerusform>
            <numerusform>%n Seiten werden neu gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The page is read again.</source>
        <translation>Die Seite wird neu gelesen.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CorrectionBrowser</name>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Search text and pages</source>
        <translation>Texte und Seiten durchsuchen</translation>
    </message>
    <message>
        <source>Search corrections</source>
        <translation>Korrekturen durchsuchen</translation>
    </message>
    <message>
        <source>Show lines of this writer</source>
        <translation>Zeilen dieser Hand zeigen</translation>
    </message>
    <message>
        <source>All writers</source>
        <translation>Alle Hände</translation>
    </message>
    <message>
        <source>Show lines of this page</source>
        <translation>Zeilen dieser Seite zeigen</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Alle Seiten</translation>
    </message>
    <message>
        <source>Show lines in this state</source>
        <translation>Zeilen in diesem Zustand zeigen</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>Wird gelernt</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>No correction matches the search.</source>
        <translation>Keine Korrektur passt zur Suche.</translation>
    </message>
    <message>
        <source>There are no corrections yet.

Lines that you correct or confirm are collected here, each with its picture, and Longhand learns to read your hand from them. They stay on this computer.</source>
        <translation>Es gibt noch keine Korrekturen.

Zeilen, die Sie korrigieren oder bestätigen, werden hier gesammelt, jede mit ihrem Bild, und Longhand lernt daraus Ihre Handschrift. Sie bleiben auf diesem Rechner.</translation>
    </message>
    <message numerus="yes">
        <source>%n corrections</source>
        <translation>
            <numerusform>%n Korrektur</numerusform>
            <numerusform>%n Korrekturen</numerusform>
        </translation>
    </message>
    <message>
        <source>One correction</source>
        <translation>Eine Korrektur</translation>
    </message>
    <message>
        <source>Writer not said</source>
        <translation>Hand nicht angegeben</translation>
    </message>
    <message>
        <source>No page</source>
        <translation>Keine Seite</translation>
    </message>
    <message>
        <source>One correction is deleted.</source>
        <translation>Eine Korrektur ist gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n corrections are deleted.</source>
        <translation>
            <numerusform>%n Korrektur ist gelöscht.</numerusform>
            <numerusform>%n Korrekturen sind gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CorrectionDetail</name>
    <message>
        <source>&amp;Learn from this line</source>
        <translation>Aus dieser Zeile &amp;lernen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Picture of the line</source>
        <translation>Bild der Zeile</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>Text der Zeile</translation>
    </message>
    <message>
        <source>Who wrote the line</source>
        <translation>Wer die Zeile schrieb</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Learn from this line</source>
        <translation>Aus dieser Zeile lernen</translation>
    </message>
    <message>
        <source>This text fits the picture badly. Longhand does not learn from it until you say that it is right.</source>
        <translation>Dieser Text passt schlecht zum Bild. Longhand lernt nicht daraus, bis Sie sagen, dass er stimmt.</translation>
    </message>
    <message>
        <source>It is &amp;right</source>
        <translation>Er &amp;stimmt</translation>
    </message>
    <message>
        <source>The text of the line is right</source>
        <translation>Der Text der Zeile stimmt</translation>
    </message>
    <message>
        <source>Delete the selected corrections</source>
        <translation>Gewählte Korrekturen löschen</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>&amp;Text:</translation>
    </message>
    <message>
        <source>Read as:</source>
        <translation>Gelesen:</translation>
    </message>
    <message>
        <source>&amp;Writer:</source>
        <translation>&amp;Hand:</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Dasselbe</translation>
    </message>
    <message numerus="yes">
        <source>%n corrections are selected.</source>
        <translation>
            <numerusform>%n Korrektur ist gewählt.</numerusform>
            <numerusform>%n Korrekturen sind gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the machine read</source>
        <translation>Was die Maschine gelesen hat</translation>
    </message>
    <message>
        <source>Several writers</source>
        <translation>Mehrere Hände</translation>
    </message>
    <message>
        <source>&amp;Learn from these lines</source>
        <translation>Aus diesen Zeilen &amp;lernen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CorrectionModel</name>
    <message>
        <source>to be checked</source>
        <translation>zu prüfen</translation>
    </message>
    <message>
        <source>left out of learning</source>
        <translation>vom Lernen ausgelassen</translation>
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
        <translation>&amp;Lernen</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>&amp;Corrections…</source>
        <translation>&amp;Korrekturen…</translation>
    </message>
    <message>
        <source>&amp;Keep My Corrections</source>
        <translation>Meine Korrekturen &amp;behalten</translation>
    </message>
    <message>
        <source>Keeps the lines that you correct or confirm, on this computer, to learn your hand from</source>
        <translation>Behält auf diesem Rechner die Zeilen, die Sie korrigieren oder bestätigen, um Ihre Handschrift daraus zu lernen</translation>
    </message>
    <message numerus="yes">
        <source>Is that right? %n corrected line(s) hardly fit what is written there, and are not learnt from until you confirm them.</source>
        <translation>
            <numerusform>Stimmt das? %n korrigierte Zeile passt kaum zum Geschriebenen; aus ihr wird nicht gelernt, bis Sie sie bestätigen.</numerusform>
            <numerusform>Stimmt das? %n korrigierte Zeilen passen kaum zum Geschriebenen; aus ihnen wird nicht gelernt, bis Sie sie bestätigen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at Them</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Document</name>
    <message>
        <source>“%1” is open in another window (%2). Choose another name.</source>
        <translation>„%1“ ist in einem anderen Fenster offen (%2). Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::EditorTools</name>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>&amp;Ersetzen…</translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation>Ctrl+H</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Ctrl+G</source>
        <translation>Ctrl+G</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+G</source>
        <translation>Ctrl+Shift+G</translation>
    </message>
    <message>
        <source>&amp;Spelling</source>
        <translation>Recht&amp;schreibung</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Rechtschreibung</translation>
    </message>
    <message>
        <source>&amp;Line by Line</source>
        <translation>&amp;Zeile für Zeile</translation>
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
        <translation>Eingabe: Die Zeile stimmt. Auf, ab: durch die Zeilen gehen. Esc: zurück zur Seite.</translation>
    </message>
    <message>
        <source>This was the last line of the last page.</source>
        <translation>Das war die letzte Zeile der letzten Seite.</translation>
    </message>
    <message>
        <source>This is the first line of the first page.</source>
        <translation>Das ist die erste Zeile der ersten Seite.</translation>
    </message>
    <message>
        <source>The rest of the line could read “%1”. Tab takes it, Esc leaves it.</source>
        <translation>Der Rest der Zeile könnte „%1“ heißen. Tab nimmt ihn, Esc lässt ihn.</translation>
    </message>
    <message>
        <source>choose the language</source>
        <translation>Sprache wählen</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>Wie in den Einstellungen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No dictionaries were found</source>
        <translation>Keine Wörterbücher gefunden</translation>
    </message>
</context>
<context>
    <name>longhand::ui::EmptyState</name>
    <message>
        <source>Try the sample page</source>
        <translation>Beispielseite ausprobieren</translation>
    </message>
    <message>
        <source>Drop pictures of handwritten pages here</source>
        <translation>Bilder handgeschriebener Seiten hier ablegen</translation>
    </message>
    <message>
        <source>Photos or scans: JPEG, PNG, TIFF, WebP or BMP, one by one or whole folders.
They are read on this computer and never leave it.</source>
        <translation>Fotos oder Scans: JPEG, PNG, TIFF, WebP oder BMP, einzeln oder ganze Ordner.
Sie werden auf diesem Rechner gelesen und verlassen ihn nie.</translation>
    </message>
    <message>
        <source>Open pictures…</source>
        <translation>Bilder öffnen…</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Bilder öffnen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::EnrolmentDialog</name>
    <message>
        <source>&amp;Open the Photo…</source>
        <translation>&amp;Foto öffnen…</translation>
    </message>
    <message>
        <source>Sample Sheet</source>
        <translation>Probeblatt</translation>
    </message>
    <message>
        <source>Language of the sentences</source>
        <translation>Sprache der Sätze</translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation>Das Foto wird gelesen</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>Als PDF &amp;speichern…</translation>
    </message>
    <message>
        <source>Copy these sentences by hand, as you usually write: one below the other, each beginning on a new line. Then photograph the sheet and drop the picture here. Longhand finds which line is which sentence; you confirm, and it can learn from them at once.</source>
        <translation>Schreiben Sie diese Sätze von Hand ab, wie Sie sonst schreiben: untereinander, jeden auf einer neuen Zeile. Fotografieren Sie dann das Blatt und legen Sie das Bild hier ab. Longhand findet, welche Zeile welcher Satz ist; Sie bestätigen, und es kann gleich daraus lernen.</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Sprache:</translation>
    </message>
    <message>
        <source>Lines of the photo and their sentences</source>
        <translation>Zeilen des Fotos und ihre Sätze</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Its text; empty: not learnt from</source>
        <translation>Ihr Text; leer: daraus wird nicht gelernt</translation>
    </message>
    <message>
        <source>Whose hand it is</source>
        <translation>Wessen Hand es ist</translation>
    </message>
    <message>
        <source>May be left empty</source>
        <translation>Darf leer bleiben</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Check that each line has its text. Mend what you wrote otherwise, and empty what should not be learnt from.</source>
        <translation>Prüfen Sie, ob jede Zeile ihren Text hat. Bessern Sie aus, was Sie anders geschrieben haben, und leeren Sie, woraus nicht gelernt werden soll.</translation>
    </message>
    <message>
        <source>Whose hand:</source>
        <translation>Hand von:</translation>
    </message>
    <message>
        <source>Printing did not start. Check the printer.</source>
        <translation>Das Drucken begann nicht. Prüfen Sie den Drucker.</translation>
    </message>
    <message>
        <source>Save the Sample Sheet</source>
        <translation>Probeblatt speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>longhand-sample-sheet</source>
        <translation>longhand-probeblatt</translation>
    </message>
    <message>
        <source>A sample of your hand</source>
        <translation>Eine Probe Ihrer Handschrift</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another place.</source>
        <translation>%1 kann nicht geschrieben werden. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Open the Photo of the Sample Sheet</source>
        <translation>Foto des Probeblatts öffnen</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp)</source>
        <translation>Bilder (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No line was found in the picture. Photograph the sheet from above, with all of it in the picture.</source>
        <translation>Im Bild wurde keine Zeile gefunden. Fotografieren Sie das Blatt von oben, so dass es ganz im Bild ist.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Not certain: look at it</source>
        <translation>Nicht sicher: ansehen</translation>
    </message>
    <message numerus="yes">
        <source>%n texts in italics are not certain: look at them.</source>
        <translation>
            <numerusform>%n kursiver Text ist nicht sicher: ansehen.</numerusform>
            <numerusform>%n kursive Texte sind nicht sicher: ansehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep This Line</source>
        <translation>Diese Zeile &amp;behalten</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Keep These %n Lines</source>
        <translation>
            <numerusform>Diese Zeile &amp;behalten</numerusform>
            <numerusform>Diese %n Zeilen &amp;behalten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::EnrolmentSheet</name>
    <message>
        <source>A sample of your hand</source>
        <translation>Eine Probe Ihrer Handschrift</translation>
    </message>
    <message>
        <source>Copy these sentences by hand, as you usually write, onto a blank or ruled sheet: one below the other, each beginning on a new line, without the numbers. Then photograph the sheet and drop the picture on Longhand’s window for it.</source>
        <translation>Schreiben Sie diese Sätze von Hand auf ein leeres oder liniertes Blatt ab, so wie Sie sonst schreiben: untereinander, jeden auf einer neuen Zeile, ohne die Nummern. Fotografieren Sie dann das Blatt und legen Sie das Bild in dem Fenster von Longhand dafür ab.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Lines as on the page</source>
        <translation>&amp;Zeilen wie auf der Seite</translation>
    </message>
    <message>
        <source>&amp;Paragraphs joined</source>
        <translation>&amp;Absätze verbunden</translation>
    </message>
    <message>
        <source>Joined, and words &amp;cut at line ends mended</source>
        <translation>Verbunden, &amp;getrennte Wörter zusammengesetzt</translation>
    </message>
    <message>
        <source>Preview of the text</source>
        <translation>Vorschau des Textes</translation>
    </message>
    <message>
        <source>Pa&amp;ges</source>
        <translation>&amp;Seiten</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Choose &amp;Name…</source>
        <translation>&amp;Namen wählen…</translation>
    </message>
    <message>
        <source>This format keeps the lines and their places on the page.</source>
        <translation>Dieses Format behält die Zeilen und ihren Ort auf der Seite.</translation>
    </message>
    <message>
        <source>The preview shows the first pages.</source>
        <translation>Die Vorschau zeigt die ersten Seiten.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Exporter</name>
    <message>
        <source>pages</source>
        <translation>seiten</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n selected pages</source>
        <translation>
            <numerusform>Die gewählte Seite</numerusform>
            <numerusform>Die %n gewählten Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n pages</source>
        <translation>
            <numerusform>Die einzige Seite</numerusform>
            <numerusform>Alle %n Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindBar</name>
    <message>
        <source>Match &amp;case</source>
        <translation>&amp;Groß- und Kleinschreibung</translation>
    </message>
    <message>
        <source>Whole &amp;words</source>
        <translation>&amp;Ganze Wörter</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>&amp;Alle ersetzen</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>Wo gesucht wird</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Alle Seiten</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message numerus="yes">
        <source>Not on this page, %n on others</source>
        <translation>
            <numerusform>Nicht auf dieser Seite, %n auf anderen</numerusform>
            <numerusform>Nicht auf dieser Seite, %n auf anderen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::Finder</name>
    <message>
        <source>“%1” was not found.</source>
        <translation>„%1“ wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>Replaced %n times.</source>
        <translation>
            <numerusform>Einmal ersetzt.</numerusform>
            <numerusform>%n-mal ersetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced %n times on %1 pages.</source>
        <translation>
            <numerusform>Einmal ersetzt auf %1 Seiten.</numerusform>
            <numerusform>%n-mal ersetzt auf %1 Seiten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>&lt;b&gt;Read.&lt;/b&gt; Drop pictures on the window; they are read by themselves.</source>
        <translation>&lt;b&gt;Lesen.&lt;/b&gt; Legen Sie Bilder auf dem Fenster ab; sie werden von selbst gelesen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Correct.&lt;/b&gt; F3 goes to the next doubtful word, Ctrl+Space offers other readings.</source>
        <translation>&lt;b&gt;Korrigieren.&lt;/b&gt; F3 springt zum nächsten zweifelhaften Wort, Strg+Leertaste bietet andere Lesungen an.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Keep.&lt;/b&gt; Ctrl+E exports the text.</source>
        <translation>&lt;b&gt;Behalten.&lt;/b&gt; Strg+E exportiert den Text.</translation>
    </message>
    <message>
        <source>Hide the first steps</source>
        <translation>Erste Schritte ausblenden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu tun</translation>
    </message>
</context>
<context>
    <name>longhand::ui::History</name>
    <message>
        <source>typing</source>
        <translation>Schreiben</translation>
    </message>
</context>
<context>
    <name>longhand::ui::HistoryActions</name>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LearningChart</name>
    <message>
        <source>Errors on your lines</source>
        <translation>Fehler in Ihren Zeilen</translation>
    </message>
    <message>
        <source>Errors on other hands</source>
        <translation>Fehler bei anderen Händen</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Wrong characters, %</source>
        <translation>Falsche Zeichen, %</translation>
    </message>
    <message>
        <source>Curves of the learning run.</source>
        <translation>Kurven des Lernlaufs.</translation>
    </message>
    <message>
        <source>On your lines %1 % of the characters are wrong.</source>
        <translation>In Ihren Zeilen sind %1 % der Zeichen falsch.</translation>
    </message>
    <message>
        <source>On other hands %1 %.</source>
        <translation>Bei anderen Händen %1 %.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineChangeList</name>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und noch %n.</numerusform>
            <numerusform>Und noch %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written:</source>
        <translation>Geschrieben:</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>Picture of the line</source>
        <translation>Bild der Zeile</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineLegend</name>
    <message>
        <source>Dashed: found, not read yet</source>
        <translation>Gestrichelt: gefunden, noch nicht gelesen</translation>
    </message>
    <message>
        <source>Thin: read by machine</source>
        <translation>Dünn: von der Maschine gelesen</translation>
    </message>
    <message>
        <source>Heavy with a check mark: confirmed by a person</source>
        <translation>Kräftig mit Häkchen: von einem Menschen bestätigt</translation>
    </message>
    <message>
        <source>What the lines mean</source>
        <translation>Was die Linien bedeuten</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineMode</name>
    <message>
        <source>Line by line</source>
        <translation>Zeile für Zeile</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>Text der Zeile</translation>
    </message>
    <message>
        <source>Text of line %1 of %2</source>
        <translation>Text der Zeile %1 von %2</translation>
    </message>
    <message>
        <source>The text of this page appears here once it is read.</source>
        <translation>Der Text dieser Seite erscheint hier, sobald sie gelesen ist.</translation>
    </message>
    <message>
        <source>, %1 done</source>
        <translation>, %1 erledigt</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>Zeile %1 von %2</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineNumberPopup</name>
    <message>
        <source>Make this line number</source>
        <translation>Diese Zeile wird Nummer</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineReader</name>
    <message numerus="yes">
        <source>reading %n lines again</source>
        <translation>
            <numerusform>%n Zeile neu lesen</numerusform>
            <numerusform>%n Zeilen neu lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>reading a line again</source>
        <translation>Zeile neu lesen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineTools</name>
    <message>
        <source>moving a line</source>
        <translation>Zeile verschieben</translation>
    </message>
    <message>
        <source>moving lines</source>
        <translation>Zeilen verschieben</translation>
    </message>
    <message>
        <source>reshaping a line</source>
        <translation>Zeile umformen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lesen…</translation>
    </message>
    <message numerus="yes">
        <source>%n new readings differ from your text.</source>
        <translation>
            <numerusform>%n neue Lesung weicht von Ihrem Text ab.</numerusform>
            <numerusform>%n neue Lesungen weichen von Ihrem Text ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines were read again.</source>
        <translation>
            <numerusform>%n Zeile wurde neu gelesen.</numerusform>
            <numerusform>%n Zeilen wurden neu gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>rotating the page</source>
        <translation>Seite drehen</translation>
    </message>
    <message>
        <source>drawing a line</source>
        <translation>Zeile zeichnen</translation>
    </message>
    <message>
        <source>adding a line</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>The cut is at the end of the line. Move it with the left and right arrow keys.</source>
        <translation>Der Schnitt ist am Ende der Zeile. Die Pfeiltasten links und rechts verschieben ihn.</translation>
    </message>
    <message>
        <source>splitting a line</source>
        <translation>Zeile teilen</translation>
    </message>
    <message>
        <source>Choose two or more lines to join: click them while holding Ctrl.</source>
        <translation>Wählen Sie zwei oder mehr Zeilen zum Verbinden: mit gehaltener Strg-Taste anklicken.</translation>
    </message>
    <message>
        <source>joining lines</source>
        <translation>Zeilen verbinden</translation>
    </message>
    <message>
        <source>deleting a line</source>
        <translation>Zeile löschen</translation>
    </message>
    <message>
        <source>deleting lines</source>
        <translation>Zeilen löschen</translation>
    </message>
    <message>
        <source>reordering lines</source>
        <translation>Zeilen umordnen</translation>
    </message>
    <message>
        <source>&amp;Confirm Line</source>
        <translation>Zeile &amp;bestätigen</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>&amp;Read Line Again</source>
        <translation>Zeile neu &amp;lesen</translation>
    </message>
    <message>
        <source>Read All Lines of the &amp;Page Again</source>
        <translation>Alle Zeilen der &amp;Seite neu lesen</translation>
    </message>
    <message>
        <source>&amp;Find Lines Again</source>
        <translation>Zeilen neu s&amp;uchen</translation>
    </message>
    <message>
        <source>&amp;Edit Lines</source>
        <translation>Zeilen b&amp;earbeiten</translation>
    </message>
    <message>
        <source>Drag along writing to draw a line; click a line to change it. Escape ends.</source>
        <translation>Entlang der Schrift ziehen zeichnet eine Zeile; ein Klick auf eine Zeile ändert sie. Esc beendet.</translation>
    </message>
    <message>
        <source>&amp;New Line Below</source>
        <translation>&amp;Neue Zeile darunter</translation>
    </message>
    <message>
        <source>&amp;Split Line</source>
        <translation>Zeile &amp;teilen</translation>
    </message>
    <message>
        <source>&amp;Join Lines</source>
        <translation>Zeilen &amp;verbinden</translation>
    </message>
    <message>
        <source>&amp;Delete Line</source>
        <translation>Zeile &amp;löschen</translation>
    </message>
    <message>
        <source>Move Line &amp;Up in Order</source>
        <translation>Zeile in der Folge nach &amp;oben</translation>
    </message>
    <message>
        <source>Move Line Do&amp;wn in Order</source>
        <translation>Zeile in der Folge nach u&amp;nten</translation>
    </message>
    <message>
        <source>Make This Line &amp;Number…</source>
        <translation>Nu&amp;mmer dieser Zeile…</translation>
    </message>
    <message>
        <source>Rotate &amp;Left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Ctrl+[</source>
        <translation>Ctrl+[</translation>
    </message>
    <message>
        <source>Rotate Ri&amp;ght</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>Ctrl+]</source>
        <translation>Ctrl+]</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>What the &amp;Lines Mean</source>
        <translation>Was die &amp;Linien bedeuten</translation>
    </message>
    <message>
        <source>What the lines mean</source>
        <translation>Was die Linien bedeuten</translation>
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
        <translation>Eine neue Lesung weicht von Ihrem Text ab.</translation>
    </message>
    <message>
        <source>The line was read again.</source>
        <translation>Die Zeile wurde neu gelesen.</translation>
    </message>
    <message>
        <source>Cuts at the dashed mark, which the left and right arrow keys move</source>
        <translation>Schneidet an der gestrichelten Marke, die sich mit den Pfeiltasten links und rechts verschieben lässt</translation>
    </message>
    <message>
        <source>Joins the chosen lines</source>
        <translation>Verbindet die ausgewählten Zeilen</translation>
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
        <translation>Nä&amp;chster Punkt des Umrisses</translation>
    </message>
    <message>
        <source>Pre&amp;vious Point of the Outline</source>
        <translation>Vori&amp;ger Punkt des Umrisses</translation>
    </message>
</context>
<context>
    <name>longhand::ui::MainWindow</name>
    <message>
        <source>“%1” was upside down, so it was turned.</source>
        <translation>„%1“ stand auf dem Kopf und wurde gedreht.</translation>
    </message>
    <message>
        <source>“%1” lay on its side, so it was turned.</source>
        <translation>„%1“ lag auf der Seite und wurde gedreht.</translation>
    </message>
    <message>
        <source>Hardly anything in “%1” could be read with certainty. If it is handwriting, a sharper or larger picture may help.</source>
        <translation>In „%1“ ließ sich kaum etwas sicher lesen. Wenn es Handschrift ist, hilft vielleicht ein schärferes oder größeres Bild.</translation>
    </message>
    <message>
        <source>There are no pictures in “%1”. Longhand opens JPEG, PNG, TIFF, WebP and BMP files.</source>
        <translation>In „%1“ sind keine Bilder. Longhand öffnet JPEG-, PNG-, TIFF-, WebP- und BMP-Dateien.</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n files</source>
        <translation>
            <numerusform>%n Datei exportiert</numerusform>
            <numerusform>%n Dateien exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Export Again…</source>
        <translation>Noch einmal exportieren…</translation>
    </message>
    <message numerus="yes">
        <source>%n pages left</source>
        <translation>
            <numerusform>Noch %n Seite</numerusform>
            <numerusform>Noch %n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>One page left</source>
        <translation>Noch eine Seite</translation>
    </message>
    <message>
        <source>, about %1 minutes</source>
        <translation>, etwa %1 Minuten</translation>
    </message>
    <message>
        <source>, about %1 seconds</source>
        <translation>, etwa %1 Sekunden</translation>
    </message>
    <message>
        <source>No recent pictures</source>
        <translation>Keine zuletzt geöffneten Bilder</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>The text of this page is on the clipboard.</source>
        <translation>Der Text dieser Seite ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>&amp;Open Pictures…</source>
        <translation>Bilder ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Export Page…</source>
        <translation>Seite &amp;exportieren…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Export &amp;All Pages…</source>
        <translation>&amp;Alle Seiten exportieren…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Copy Page Text</source>
        <translation>Text der Seite &amp;kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Next Doubtful Word</source>
        <translation>&amp;Nächstes zweifelhaftes Wort</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>&amp;Previous Doubtful Word</source>
        <translation>&amp;Voriges zweifelhaftes Wort</translation>
    </message>
    <message>
        <source>Shift+F3</source>
        <translation>Shift+F3</translation>
    </message>
    <message>
        <source>&amp;Other Readings of the Word</source>
        <translation>Andere &amp;Lesungen des Wortes</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation>Ctrl+Space</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Stop Reading</source>
        <translation>Lesen &amp;anhalten</translation>
    </message>
    <message>
        <source>Shift+F5</source>
        <translation>Shift+F5</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n Pages</source>
        <translation>
            <numerusform>%n Seite &amp;entfernen</numerusform>
            <numerusform>%n Seiten &amp;entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove Page</source>
        <translation>Seite &amp;entfernen</translation>
    </message>
    <message>
        <source>Ctrl+Del</source>
        <translation>Ctrl+Del</translation>
    </message>
    <message>
        <source>&amp;Previous Page</source>
        <translation>&amp;Vorige Seite</translation>
    </message>
    <message>
        <source>Ctrl+PgUp</source>
        <translation>Ctrl+PgUp</translation>
    </message>
    <message>
        <source>&amp;Next Page</source>
        <translation>&amp;Nächste Seite</translation>
    </message>
    <message>
        <source>Ctrl+PgDown</source>
        <translation>Ctrl+PgDown</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
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
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>&amp;Breite einpassen</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>Fit &amp;Page</source>
        <translation>&amp;Seite einpassen</translation>
    </message>
    <message>
        <source>Ctrl+9</source>
        <translation>Ctrl+9</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Progress of all pages</source>
        <translation>Fortschritt aller Seiten</translation>
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
        <translation>Beide Modelle lesen Ihre korrigierten Zeilen…</translation>
    </message>
    <message>
        <source>Compare Models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Of 100 characters in your %1 corrected lines, “%2” reads %3 wrong and “%4” %5. A model that has learnt from these lines knows them: only lines it had not seen tell which one is better.</source>
        <translation>Von 100 Zeichen Ihrer %1 korrigierten Zeilen liest „%2“ %3 falsch und „%4“ %5. Ein Modell, das aus diesen Zeilen gelernt hat, kennt sie: Nur ungesehene Zeilen zeigen, welches besser ist.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” reads %n lines better</source>
        <translation>
            <numerusform>„%1“ liest %n Zeile besser</numerusform>
            <numerusform>„%1“ liest %n Zeilen besser</numerusform>
        </translation>
    </message>
    <message>
        <source>First:</source>
        <translation>Erstes:</translation>
    </message>
    <message>
        <source>Second:</source>
        <translation>Zweites:</translation>
    </message>
    <message>
        <source>There are no corrected lines to compare the models on yet. Correct or confirm some lines of your pages, then compare again.</source>
        <translation>Es gibt noch keine korrigierten Zeilen, an denen sich die Modelle vergleichen ließen. Korrigieren oder bestätigen Sie einige Zeilen Ihrer Seiten und vergleichen Sie dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelShelf</name>
    <message>
        <source>%1, trained %2</source>
        <translation>%1, trainiert %2</translation>
    </message>
    <message>
        <source>Learnt %1</source>
        <translation>Gelernt %1</translation>
    </message>
    <message>
        <source>The hand of %1, learnt %2</source>
        <translation>Die Hand von %1, gelernt %2</translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %n lines.</source>
        <translation>
            <numerusform>Aus %n Zeile gelernt.</numerusform>
            <numerusform>Aus %n Zeilen gelernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrong characters on your hand: %1 % before, %2 % now, on %3 lines it had not seen.</source>
        <translation>Falsche Zeichen bei Ihrer Hand: %1 % vorher, %2 % jetzt, an %3 ungesehenen Zeilen.</translation>
    </message>
    <message>
        <source>On other hands: %1 % before, %2 % now.</source>
        <translation>Bei anderen Händen: %1 % vorher, %2 % jetzt.</translation>
    </message>
    <message>
        <source>Kept aside: %1</source>
        <translation>Beiseitegelegt: %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>SHA-256 %1…</source>
        <translation>SHA-256 %1…</translation>
    </message>
    <message>
        <source>%1, in use</source>
        <translation>%1, in Gebrauch</translation>
    </message>
    <message>
        <source>✓ In use</source>
        <translation>✓ In Gebrauch</translation>
    </message>
    <message>
        <source>&amp;Go Back to the One Before</source>
        <translation>&amp;Zurück zum vorigen</translation>
    </message>
    <message>
        <source>The model that was in use before the last change reads again</source>
        <translation>Das vor der letzten Änderung benutzte Modell liest wieder</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>First model to compare</source>
        <translation>Erstes Modell zum Vergleich</translation>
    </message>
    <message>
        <source>Second model to compare</source>
        <translation>Zweites Modell zum Vergleich</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>&amp;Vergleichen…</translation>
    </message>
    <message>
        <source>Both read your corrected lines</source>
        <translation>Beide lesen Ihre korrigierten Zeilen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>The one that came with Longhand</source>
        <translation>Das mitgelieferte</translation>
    </message>
    <message>
        <source>The model that came with Longhand</source>
        <translation>Das mit Longhand gelieferte Modell</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 benutzen</translation>
    </message>
    <message>
        <source>Knows nobody&apos;s hand in particular. It cannot be deleted.</source>
        <translation>Kennt niemandes Hand im Besonderen. Es kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Stop Using</source>
        <translation>Nicht mehr benutzen</translation>
    </message>
    <message>
        <source>Stop using %1</source>
        <translation>%1 nicht mehr benutzen</translation>
    </message>
    <message>
        <source>Pages of %1 are read without a profile from the next one on.</source>
        <translation>Seiten von %1 werden ab der nächsten ohne Profil gelesen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>The model that came with Longhand reads from the next page on.</source>
        <translation>Das mitgelieferte Modell liest ab der nächsten Seite.</translation>
    </message>
    <message>
        <source>“%1” reads from the next page on.</source>
        <translation>„%1“ liest ab der nächsten Seite.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The model that was in use before reads from the next page on.</source>
        <translation>Das vorher benutzte Modell liest ab der nächsten Seite.</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>And from %n lines that nobody had corrected.</source>
        <translation>
            <numerusform>Und aus einer Zeile, die niemand korrigiert hatte.</numerusform>
            <numerusform>Und aus %n Zeilen, die niemand korrigiert hatte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::NextLines</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next Line</source>
        <translation>&amp;Nächste Zeile</translation>
    </message>
    <message>
        <source>Correct these next</source>
        <translation>Als Nächstes korrigieren</translation>
    </message>
    <message>
        <source>End this list</source>
        <translation>Diese Liste beenden</translation>
    </message>
    <message>
        <source>There is no line left to correct in the open pages.</source>
        <translation>In den offenen Seiten ist keine Zeile mehr zu korrigieren.</translation>
    </message>
    <message>
        <source>That was the last of these lines. Learn &gt; Teach Longhand learns from them.</source>
        <translation>Das war die letzte dieser Zeilen. Lernen &gt; Longhand unterrichten lernt daraus.</translation>
    </message>
    <message>
        <source>Correct these next: line %1 of %2, on “%3”. Longhand learns most from it.</source>
        <translation>Als Nächstes korrigieren: Zeile %1 von %2, auf „%3“. Daraus lernt Longhand am meisten.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Notice</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
</context>
<context>
    <name>longhand::ui::OfferBubble</name>
    <message>
        <source>Tab takes it, Esc leaves it</source>
        <translation>Tab nimmt ihn, Esc lässt ihn</translation>
    </message>
    <message>
        <source>The rest of the line could read: %1</source>
        <translation>Der Rest der Zeile könnte heißen: %1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageActions</name>
    <message>
        <source>Move Page &amp;Up</source>
        <translation>Seite nach &amp;oben</translation>
    </message>
    <message>
        <source>Move Page &amp;Down</source>
        <translation>Seite nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Corrected</source>
        <translation>&amp;Korrigiert</translation>
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
        <translation>Die Seite als korrigiert kennzeichnen: Jemand ist sie ganz durchgegangen</translation>
    </message>
    <message>
        <source>marking as corrected</source>
        <translation>als korrigiert kennzeichnen</translation>
    </message>
    <message>
        <source>marking as not corrected</source>
        <translation>als nicht korrigiert kennzeichnen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageList</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageModel</name>
    <message>
        <source>The picture is missing</source>
        <translation>Das Bild fehlt</translation>
    </message>
    <message>
        <source>The picture has changed</source>
        <translation>Das Bild hat sich geändert</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Reading, %1 %</source>
        <translation>Lesen, %1 %</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lesen…</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>No text found</source>
        <translation>Kein Text gefunden</translation>
    </message>
    <message>
        <source>Read, one line</source>
        <translation>Gelesen, eine Zeile</translation>
    </message>
    <message numerus="yes">
        <source>Read, %n lines</source>
        <translation>
            <numerusform>Gelesen, %n Zeile</numerusform>
            <numerusform>Gelesen, %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>%1. %2, edited</source>
        <translation>%1. %2, bearbeitet</translation>
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
        <translation>Fortschritt dieser Seite</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>This page could not be read</source>
        <translation>Diese Seite konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis sie an der Reihe ist</translation>
    </message>
    <message>
        <source>Reading was stopped before this page was done.</source>
        <translation>Das Lesen wurde angehalten, bevor diese Seite fertig war.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Read this page</source>
        <translation>Diese Seite lesen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageProperties</name>
    <message>
        <source>&amp;Writer and Language…</source>
        <translation>&amp;Hand und Sprache…</translation>
    </message>
    <message>
        <source>Alt+Return</source>
        <translation>Alt+Return</translation>
    </message>
    <message>
        <source>Writer and language of the page</source>
        <translation>Hand und Sprache der Seite</translation>
    </message>
    <message>
        <source>Writer and language of the page: %1</source>
        <translation>Hand und Sprache der Seite: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n selected pages</source>
        <translation>
            <numerusform>%n ausgewählte Seite</numerusform>
            <numerusform>%n ausgewählte Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>choosing writer and language</source>
        <translation>Hand und Sprache wählen</translation>
    </message>
    <message>
        <source>Writer…</source>
        <translation>Hand…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PagePropertiesDialog</name>
    <message>
        <source>&amp;Read again right away</source>
        <translation>Gleich &amp;neu lesen</translation>
    </message>
    <message>
        <source>Writer and Language</source>
        <translation>Hand und Sprache</translation>
    </message>
    <message>
        <source>Writer</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>Different writers</source>
        <translation>Verschiedene Hände</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Read again right away</source>
        <translation>Gleich neu lesen</translation>
    </message>
    <message>
        <source>What you typed or confirmed stays</source>
        <translation>Was Sie getippt oder bestätigt haben, bleibt</translation>
    </message>
    <message>
        <source>&amp;Writer</source>
        <translation>&amp;Hand</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Different languages</source>
        <translation>Verschiedene Sprachen</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>Wie in den Einstellungen</translation>
    </message>
    <message>
        <source>None: no spelling</source>
        <translation>Keine: ohne Rechtschreibung</translation>
    </message>
    <message>
        <source>Every page keeps its writer.</source>
        <translation>Jede Seite behält ihre Hand.</translation>
    </message>
    <message>
        <source>Longhand has learnt this hand and reads it accordingly.</source>
        <translation>Longhand hat diese Hand gelernt und liest sie entsprechend.</translation>
    </message>
    <message>
        <source>The model for everybody&apos;s pages reads them.</source>
        <translation>Es liest das Modell für alle Hände.</translation>
    </message>
    <message>
        <source>Corrections count for this writer, whose hand can be learnt from them.</source>
        <translation>Korrekturen zählen zu dieser Hand, die daraus gelernt werden kann.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageView</name>
    <message>
        <source>Page picture</source>
        <translation>Bild der Seite</translation>
    </message>
    <message>
        <source>The picture of the page with the lines found on it. The arrow keys scroll.</source>
        <translation>Das Bild der Seite mit den gefundenen Zeilen. Die Pfeiltasten verschieben es.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ProfileOffer</name>
    <message>
        <source>This looks like the hand of %1. Read the page with what Longhand has learnt of it?</source>
        <translation>Das sieht nach der Hand von %1 aus. Die Seite mit dem lesen, was Longhand von ihr gelernt hat?</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>choosing the writer</source>
        <translation>Hand wählen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ProjectController</name>
    <message>
        <source>&amp;New Project</source>
        <translation>&amp;Neues Projekt</translation>
    </message>
    <message>
        <source>Open Pro&amp;ject…</source>
        <translation>&amp;Projekt öffnen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>&amp;Save Project</source>
        <translation>Projekt &amp;speichern</translation>
    </message>
    <message>
        <source>Save Project &amp;As…</source>
        <translation>Projekt speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Save a Pac&amp;ked Copy…</source>
        <translation>Ge&amp;packte Kopie speichern…</translation>
    </message>
    <message>
        <source>One file with the pictures in it, to hand on or to keep</source>
        <translation>Eine Datei mit den Bildern darin, zum Weitergeben oder Aufheben</translation>
    </message>
    <message>
        <source>&amp;Locate Missing Pictures…</source>
        <translation>&amp;Fehlende Bilder suchen…</translation>
    </message>
    <message>
        <source>Open Recent &amp;Project</source>
        <translation>Zuletzt geöffnetes P&amp;rojekt</translation>
    </message>
    <message>
        <source>Open Recent Project</source>
        <translation>Zuletzt geöffnetes Projekt</translation>
    </message>
    <message>
        <source>Start a new project?</source>
        <translation>Ein neues Projekt beginnen?</translation>
    </message>
    <message>
        <source>“%1” is open in another window (%2). This is a copy of it; saving asks for a new name.</source>
        <translation>„%1“ ist in einem anderen Fenster offen (%2). Dies ist eine Kopie; beim Speichern wird nach einem neuen Namen gefragt.</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gespeichert in %1</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>One picture is not where it was. Its text is here all the same.</source>
        <translation>Ein Bild ist nicht mehr an seinem Ort. Sein Text ist trotzdem da.</translation>
    </message>
    <message>
        <source>%1 pictures are not where they were. Their texts are here all the same.</source>
        <translation>%1 Bilder sind nicht mehr an ihrem Ort. Ihre Texte sind trotzdem da.</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>There is work that was not saved when Longhand ended.</source>
        <translation>Es gibt Arbeit, die nicht gespeichert war, als Longhand endete.</translation>
    </message>
    <message>
        <source>There is work on “%1” that was not saved when Longhand ended.</source>
        <translation>Es gibt Arbeit an „%1“, die nicht gespeichert war, als Longhand endete.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the other work here?</source>
        <translation>Die andere Arbeit hier wiederherstellen?</translation>
    </message>
    <message>
        <source>Longhand ended before your work was saved. Here it is again; it still has to be saved.</source>
        <translation>Longhand endete, bevor Ihre Arbeit gespeichert war. Hier ist sie wieder; sie muss noch gespeichert werden.</translation>
    </message>
    <message>
        <source>Longhand ended before “%1” was saved. Here is your work again; it still has to be saved.</source>
        <translation>Longhand endete, bevor „%1“ gespeichert war. Hier ist Ihre Arbeit wieder; sie muss noch gespeichert werden.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Your work is not protected against a crash: %1 It is tried again all the time, and nothing is lost while this window is open.</source>
        <translation>Ihre Arbeit ist nicht gegen einen Absturz geschützt: %1 Es wird laufend neu versucht, und nichts geht verloren, solange dieses Fenster offen ist.</translation>
    </message>
    <message>
        <source>Your work is protected against a crash again.</source>
        <translation>Ihre Arbeit ist wieder gegen einen Absturz geschützt.</translation>
    </message>
    <message>
        <source>%1[*] – %2</source>
        <translation>%1[*] – %2</translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation>Keine zuletzt geöffneten Projekte</translation>
    </message>
    <message>
        <source>Open “%1”?</source>
        <translation>„%1“ öffnen?</translation>
    </message>
    <message>
        <source>Close Longhand?</source>
        <translation>Longhand schließen?</translation>
    </message>
    <message>
        <source> packed</source>
        <translation> gepackt</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>seiten</translation>
    </message>
    <message>
        <source>Found all pictures.</source>
        <translation>Alle Bilder gefunden.</translation>
    </message>
    <message>
        <source>Found %1, still missing %2.</source>
        <translation>%1 gefunden, %2 fehlen noch.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::QuestionedLines</name>
    <message>
        <source>&amp;Leave Out</source>
        <translation>Aus&amp;lassen</translation>
    </message>
    <message>
        <source>&amp;Decide Later</source>
        <translation>&amp;Später entscheiden</translation>
    </message>
    <message>
        <source>Really?</source>
        <translation>Wirklich?</translation>
    </message>
    <message>
        <source>Picture of the line</source>
        <translation>Bild der Zeile</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>Text der Zeile</translation>
    </message>
    <message>
        <source>Longhand does not learn from this line</source>
        <translation>Longhand lernt nicht aus dieser Zeile</translation>
    </message>
    <message>
        <source>Longhand reads:</source>
        <translation>Longhand liest:</translation>
    </message>
    <message>
        <source>You wrote:</source>
        <translation>Sie schrieben:</translation>
    </message>
    <message>
        <source>&amp;Save This Text</source>
        <translation>Diesen Text &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Keep the Text</source>
        <translation>Text &amp;behalten</translation>
    </message>
    <message>
        <source>Line %1 of %2: this text hardly fits the picture, so Longhand does not learn from it. Is it really what is written there?</source>
        <translation>Zeile %1 von %2: Dieser Text passt kaum zum Bild, deshalb lernt Longhand nicht daraus. Steht das wirklich da?</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ReadingBar</name>
    <message>
        <source>Accept all</source>
        <translation>Alle annehmen</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Alle behalten</translation>
    </message>
    <message>
        <source>Accept new</source>
        <translation>Neue annehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message>
        <source>Put the new reading in the place of your text</source>
        <translation>Die neue Lesung an die Stelle Ihres Textes setzen</translation>
    </message>
    <message>
        <source>Leave your text as it is</source>
        <translation>Ihren Text lassen, wie er ist</translation>
    </message>
    <message>
        <source>Previous line that was read again</source>
        <translation>Vorige neu gelesene Zeile</translation>
    </message>
    <message>
        <source>Next line that was read again</source>
        <translation>Nächste neu gelesene Zeile</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihrer</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Line %1 was read again (%2 of %3)</source>
        <translation>Zeile %1 wurde neu gelesen (%2 von %3)</translation>
    </message>
    <message>
        <source>Line %1 was read again</source>
        <translation>Zeile %1 wurde neu gelesen</translation>
    </message>
    <message>
        <source>Your text: %1</source>
        <translation>Ihr Text: %1</translation>
    </message>
    <message>
        <source>New reading: %1</source>
        <translation>Neue Lesung: %1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::RecentMenu</name>
    <message>
        <source>Clear List</source>
        <translation>Liste leeren</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Session</name>
    <message>
        <source>Pasted picture %1</source>
        <translation>Eingefügtes Bild %1</translation>
    </message>
    <message>
        <source>adding “%1”</source>
        <translation>„%1“ hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>adding %n pages</source>
        <translation>
            <numerusform>%n Seite hinzufügen</numerusform>
            <numerusform>%n Seiten hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, Seite %2</translation>
    </message>
    <message>
        <source>reading “%1” again</source>
        <translation>„%1“ neu lesen</translation>
    </message>
    <message>
        <source>removing “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message numerus="yes">
        <source>removing %n pages</source>
        <translation>
            <numerusform>%n Seite entfernen</numerusform>
            <numerusform>%n Seiten entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>moving pages</source>
        <translation>Seiten verschieben</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SettingsDialog</name>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung hat diese Wörter.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>That of the system</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Sprache des Programms</translation>
    </message>
    <message>
        <source>Takes effect when Longhand is started again.</source>
        <translation>Gilt, wenn Longhand neu gestartet wird.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>The one in use</source>
        <translation>Das gerade benutzte</translation>
    </message>
    <message>
        <source>Weigh how likely the words are</source>
        <translation>Abwägen, wie wahrscheinlich die Wörter sind</translation>
    </message>
    <message>
        <source>Thorough: whole readings</source>
        <translation>Gründlich: ganze Lesungen</translation>
    </message>
    <message>
        <source>Fast: letter by letter</source>
        <translation>Schnell: Buchstabe für Buchstabe</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What reads the handwriting. Pages that were read stay as they are.</source>
        <translation>Was die Handschrift liest. Schon gelesene Seiten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>The fast one finds no other readings of a word.</source>
        <translation>Der schnelle findet keine anderen Lesungen eines Wortes.</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Without it pages are read letter by letter, as they stand. Better for names and old spelling.</source>
        <translation>Ohne es werden Seiten Buchstabe für Buchstabe gelesen, wie sie dastehen. Besser für Namen und alte Schreibweisen.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Keep my corrections on this computer</source>
        <translation>Meine Korrekturen auf diesem Rechner behalten</translation>
    </message>
    <message>
        <source>Learn my handwriting</source>
        <translation>Meine Handschrift lernen</translation>
    </message>
    <message>
        <source>Longhand learns from what you correct, when you tell it to. Nothing leaves this computer.</source>
        <translation>Longhand lernt aus Ihren Korrekturen, wenn Sie es sagen. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Font of the text</source>
        <translation>Schrift des Textes</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Größe des Textes</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Mark words as doubtful below</source>
        <translation>Wörter als zweifelhaft markieren unter</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Rechtschreibung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Sprache der Texte</translation>
    </message>
    <message>
        <source>No dictionaries were found. Install one, for example the package hunspell-en-us, to have words checked.</source>
        <translation>Keine Wörterbücher gefunden. Installieren Sie eines, zum Beispiel das Paket hunspell-de-de, damit Wörter geprüft werden.</translation>
    </message>
    <message>
        <source>For documents that do not say theirs.</source>
        <translation>Für Dokumente, die ihre nicht angeben.</translation>
    </message>
    <message>
        <source>&amp;Remove word</source>
        <translation>Wort &amp;entfernen</translation>
    </message>
    <message>
        <source>My words</source>
        <translation>Meine Wörter</translation>
    </message>
    <message>
        <source>Words you added are right in every language.</source>
        <translation>Hinzugefügte Wörter stimmen in jeder Sprache.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>keys keyboard</source>
        <translation>Tasten Tastatur</translation>
    </message>
    <message>
        <source>Of the words marked at 60 %, more than four in ten are wrong. More marks find more mistakes and take longer to go through.</source>
        <translation>Von den bei 60 % markierten Wörtern sind mehr als vier von zehn falsch. Mehr Marken finden mehr Fehler und kosten mehr Zeit.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ShortcutEditor</name>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>&amp;Keine Tasten</translation>
    </message>
    <message>
        <source>&amp;Usual keys</source>
        <translation>Ü&amp;bliche Tasten</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Drücken Sie hier die neuen Tasten</translation>
    </message>
    <message>
        <source>All as &amp;usual</source>
        <translation>&amp;Alles wie üblich</translation>
    </message>
    <message>
        <source>These keys belong to “%1”, which loses them.</source>
        <translation>Diese Tasten gehören zu „%1“, das sie verliert.</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>Über&amp;nehmen</translation>
    </message>
    <message>
        <source>%1 (while lines are edited)</source>
        <translation>%1 (beim Bearbeiten von Zeilen)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>Zeile für Zeile</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>The line is right, go on</source>
        <translation>Die Zeile stimmt, weiter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Next line, line before</source>
        <translation>Nächste Zeile, vorige Zeile</translation>
    </message>
    <message>
        <source>Down or Tab, Up or Shift+Tab</source>
        <translation>Ab oder Tab, Auf oder Umschalt+Tab</translation>
    </message>
    <message>
        <source>Several lines on or back</source>
        <translation>Mehrere Zeilen vor oder zurück</translation>
    </message>
    <message>
        <source>Page Down, Page Up</source>
        <translation>Bild ab, Bild auf</translation>
    </message>
    <message>
        <source>First, last line of the page</source>
        <translation>Erste, letzte Zeile der Seite</translation>
    </message>
    <message>
        <source>Ctrl+Home, Ctrl+End</source>
        <translation>Ctrl+Home, Ctrl+End</translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation>Zurück zur Seite</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Take an offered rest of the line</source>
        <translation>Angebotenen Rest der Zeile nehmen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ihn lassen</translation>
    </message>
    <message>
        <source>Pick another reading</source>
        <translation>Andere Lesung wählen</translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation>1 bis 9</translation>
    </message>
    <message>
        <source>Keep the word as it is</source>
        <translation>Das Wort lassen, wie es ist</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Next match, match before, in the search</source>
        <translation>Nächster, voriger Treffer in der Suche</translation>
    </message>
    <message>
        <source>Enter, Shift+Enter</source>
        <translation>Eingabe, Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>On the page, while lines are edited</source>
        <translation>Auf der Seite, beim Bearbeiten von Zeilen</translation>
    </message>
    <message>
        <source>Choose a line; add it to the chosen ones</source>
        <translation>Eine Zeile wählen; dazuwählen</translation>
    </message>
    <message>
        <source>Up, Down; with Shift</source>
        <translation>Auf, Ab; mit Umschalt</translation>
    </message>
    <message>
        <source>Move lines or a point; farther</source>
        <translation>Zeilen oder Punkt verschieben; weiter</translation>
    </message>
    <message>
        <source>Ctrl+arrows; with Shift</source>
        <translation>Strg+Pfeile; mit Umschalt</translation>
    </message>
    <message>
        <source>Move the place of the cut; farther</source>
        <translation>Schnittstelle verschieben; weiter</translation>
    </message>
    <message>
        <source>Left, Right; with Shift</source>
        <translation>Links, Rechts; mit Umschalt</translation>
    </message>
    <message>
        <source>Let go of what is chosen, end</source>
        <translation>Auswahl lösen, beenden</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TextDifference</name>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>one wrong character</source>
        <translation>ein falsches Zeichen</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong characters</source>
        <translation>
            <numerusform>%n falsches Zeichen</numerusform>
            <numerusform>%n falsche Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::TextMenu</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Vorschläge werden gesucht…</translation>
    </message>
    <message>
        <source>&amp;Add “%1” to my words</source>
        <translation>„%1“ zu meinen Wörtern &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alles aus&amp;wählen</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Keine Vorschläge</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TextPane</name>
    <message>
        <source>Text of the page</source>
        <translation>Text der Seite</translation>
    </message>
    <message>
        <source>There are no doubtful words on this page.</source>
        <translation>Auf dieser Seite sind keine zweifelhaften Wörter.</translation>
    </message>
    <message>
        <source>Doubtful word %1 of %2. Ctrl+Space offers other readings.</source>
        <translation>Zweifelhaftes Wort %1 von %2. Strg+Leertaste bietet andere Lesungen an.</translation>
    </message>
    <message>
        <source>There is no word at the caret.</source>
        <translation>An der Schreibmarke ist kein Wort.</translation>
    </message>
    <message>
        <source>There are no other readings of “%1”.</source>
        <translation>Es gibt keine anderen Lesungen von „%1“.</translation>
    </message>
    <message>
        <source>“%1” is doubtful.</source>
        <translation>„%1“ ist zweifelhaft.</translation>
    </message>
    <message>
        <source>One line of text for each line on the page.</source>
        <translation>Eine Textzeile für jede Zeile der Seite.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Trainer</name>
    <message>
        <source>Longhand has learnt from your corrections.</source>
        <translation>Longhand hat aus Ihren Korrekturen gelernt.</translation>
    </message>
    <message>
        <source>Look at the Result…</source>
        <translation>Ergebnis ansehen…</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Zeigen…</translation>
    </message>
    <message>
        <source>Learning was broken off. It can go on from where it was.</source>
        <translation>Das Lernen brach ab. Es kann dort weitermachen, wo es war.</translation>
    </message>
    <message>
        <source>&amp;Teach Longhand…</source>
        <translation>Longhand &amp;unterrichten…</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Correct These &amp;Next</source>
        <translation>&amp;Diese als Nächste korrigieren</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Ctrl+J</translation>
    </message>
    <message>
        <source>&amp;Sample Sheet…</source>
        <translation>&amp;Probeblatt…</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle…</translation>
    </message>
    <message numerus="yes">
        <source>%n lines of the sample sheet are kept to learn from.</source>
        <translation>
            <numerusform>%n Zeile des Probeblatts wird zum Lernen behalten.</numerusform>
            <numerusform>%n Zeilen des Probeblatts werden zum Lernen behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another model reads from the next page on.</source>
        <translation>Ein anderes Modell liest ab der nächsten Seite.</translation>
    </message>
    <message>
        <source>Read the Open Pages Again</source>
        <translation>Offene Seiten neu lesen</translation>
    </message>
    <message>
        <source>Pages of %1 are read differently from now on.</source>
        <translation>Ab jetzt werden Seiten von %1 anders gelesen.</translation>
    </message>
    <message>
        <source>Open the corrected pages first: their writer is said there.</source>
        <translation>Öffnen Sie zuerst die korrigierten Seiten: Dort wird gesagt, von wem sie sind.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerPage</name>
    <message>
        <source>The new model reads from the next page on.</source>
        <translation>Das neue Modell liest ab der nächsten Seite.</translation>
    </message>
    <message>
        <source>From now on pages of %1 are read with what was learnt.</source>
        <translation>Von jetzt an werden Seiten von %1 mit dem Gelernten gelesen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The model from before reads again. The new one stays in the list of models.</source>
        <translation>Das Modell von vorher liest wieder. Das neue bleibt in der Liste der Modelle.</translation>
    </message>
    <message>
        <source>The new model is discarded. Your corrections are still there.</source>
        <translation>Das neue Modell ist verworfen. Ihre Korrekturen sind noch da.</translation>
    </message>
    <message>
        <source>The model is in the list of models again, kept aside.</source>
        <translation>Das Modell ist wieder in der Liste, beiseitegelegt.</translation>
    </message>
    <message>
        <source>Cutting out the lines of the open pages…</source>
        <translation>Die Zeilen der offenen Seiten werden ausgeschnitten …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerResultView</name>
    <message>
        <source>Reads your hand with %1 % fewer errors, measured on %2 lines it had not seen.</source>
        <translation>Liest Ihre Handschrift mit %1 % weniger Fehlern, gemessen an %2 ungesehenen Zeilen.</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>&amp;Keep Aside</source>
        <translation>&amp;Beiseitelegen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Reads with it from the next page on</source>
        <translation>Liest damit ab der nächsten Seite</translation>
    </message>
    <message>
        <source>Leaves it in the list of models without using it</source>
        <translation>Lässt es in der Liste der Modelle, ohne es zu benutzen</translation>
    </message>
    <message>
        <source>The new model is not better, so nothing has changed.</source>
        <translation>Das neue Modell ist nicht besser; deshalb hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>On your lines it was wrong in %1 of 100 characters before and is in %2 now.</source>
        <translation>In Ihren Zeilen lag es bei %1 von 100 Zeichen falsch, jetzt bei %2.</translation>
    </message>
    <message>
        <source>On other hands it was wrong in %1 and is in %2.</source>
        <translation>Bei anderen Händen lag es in %1 falsch und liegt es in %2.</translation>
    </message>
    <message>
        <source>It has learnt new characters: %1</source>
        <translation>Es hat neue Zeichen gelernt: %1</translation>
    </message>
    <message>
        <source>The run was stopped before its end.</source>
        <translation>Der Lauf wurde vor dem Ende angehalten.</translation>
    </message>
    <message>
        <source>One line was left out because its text hardly fits: look at it…</source>
        <translation>Eine Zeile wurde ausgelassen, weil ihr Text kaum passt: ansehen…</translation>
    </message>
    <message numerus="yes">
        <source>%n lines were left out because their texts hardly fit: look at them…</source>
        <translation>
            <numerusform>%n Zeile wurde ausgelassen, weil ihr Text kaum passt: ansehen…</numerusform>
            <numerusform>%n Zeilen wurden ausgelassen, weil ihre Texte kaum passen: ansehen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read better: %n lines</source>
        <translation>
            <numerusform>Besser gelesen: %n Zeile</numerusform>
            <numerusform>Besser gelesen: %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Before:</source>
        <translation>Vorher:</translation>
    </message>
    <message>
        <source>Now:</source>
        <translation>Jetzt:</translation>
    </message>
    <message numerus="yes">
        <source>Read worse: %n lines</source>
        <translation>
            <numerusform>Schlechter gelesen: %n Zeile</numerusform>
            <numerusform>Schlechter gelesen: %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>The new model is kept aside, so nothing has changed.</source>
        <translation>Das neue Modell ist beiseitegelegt; deshalb hat sich nichts geändert.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerRunView</name>
    <message>
        <source>Getting ready…</source>
        <translation>Vorbereitung…</translation>
    </message>
    <message>
        <source>The run was broken off. It can go on from where it was.</source>
        <translation>Der Lauf brach ab. Er kann dort weitermachen, wo er war.</translation>
    </message>
    <message>
        <source>Checking whether the texts fit their lines…</source>
        <translation>Es wird geprüft, ob die Texte zu ihren Zeilen passen…</translation>
    </message>
    <message>
        <source>Trying out what learning brings: part %1 of %2…</source>
        <translation>Es wird erprobt, was das Lernen bringt: Teil %1 von %2…</translation>
    </message>
    <message>
        <source>Learning…</source>
        <translation>Lernen…</translation>
    </message>
    <message>
        <source>Measuring on lines it has not seen…</source>
        <translation>Messen an Zeilen, die es nicht gesehen hat…</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>noch etwa eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop and Keep the Best</source>
        <translation>&amp;Anhalten und das Beste behalten</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Progress of learning</source>
        <translation>Fortschritt des Lernens</translation>
    </message>
    <message>
        <source>Ends the run and measures what it has learnt so far</source>
        <translation>Beendet den Lauf und misst, was bis jetzt gelernt wurde</translation>
    </message>
    <message>
        <source>Ends the run and throws away what it has learnt</source>
        <translation>Beendet den Lauf und wirft weg, was gelernt wurde</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Fortfahren</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Throw Away</source>
        <translation>&amp;Wegwerfen</translation>
    </message>
    <message>
        <source>So far: %1 % fewer errors on %2 lines it had not seen.</source>
        <translation>Bisher: %1 % weniger Fehler an %2 ungesehenen Zeilen.</translation>
    </message>
    <message>
        <source>So far: %1 % more errors on %2 lines it had not seen.</source>
        <translation>Bisher: %1 % mehr Fehler an %2 ungesehenen Zeilen.</translation>
    </message>
    <message>
        <source>So far: as many errors as before on %1 lines it had not seen.</source>
        <translation>Bisher: ebenso viele Fehler wie zuvor an %1 ungesehenen Zeilen.</translation>
    </message>
    <message>
        <source>Reading the lines that nobody has corrected…</source>
        <translation>Lesen der Zeilen, die niemand korrigiert hat…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerStartView</name>
    <message>
        <source>&amp;Learn from My Corrections</source>
        <translation>Aus meinen Korrekturen &amp;lernen</translation>
    </message>
    <message>
        <source>Whose lines to learn from</source>
        <translation>Aus wessen Zeilen gelernt wird</translation>
    </message>
    <message>
        <source>Everybody&apos;s lines</source>
        <translation>Die Zeilen aller</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>At most so many minutes of work</source>
        <translation>Höchstens so viele Minuten Arbeit</translation>
    </message>
    <message>
        <source>At most so many processor cores</source>
        <translation>Höchstens so viele Prozessorkerne</translation>
    </message>
    <message>
        <source>Learn from:</source>
        <translation>Lernen aus:</translation>
    </message>
    <message>
        <source>At most:</source>
        <translation>Höchstens:</translation>
    </message>
    <message>
        <source>Processor cores:</source>
        <translation>Prozessorkerne:</translation>
    </message>
    <message>
        <source>Look at &amp;Them…</source>
        <translation>&amp;Ansehen…</translation>
    </message>
    <message>
        <source>&amp;Write a Sample Sheet…</source>
        <translation>&amp;Probeblatt schreiben…</translation>
    </message>
    <message>
        <source>Sixteen sentences to copy by hand and photograph</source>
        <translation>Sechzehn Sätze zum Abschreiben und Fotografieren</translation>
    </message>
    <message>
        <source>Correct These &amp;Next</source>
        <translation>&amp;Diese als Nächste korrigieren</translation>
    </message>
    <message>
        <source>The lines of the open pages that teach most, one after the other</source>
        <translation>Die lehrreichsten Zeilen der offenen Seiten, eine nach der anderen</translation>
    </message>
    <message>
        <source>More lines to learn from:</source>
        <translation>Mehr Zeilen zum Lernen:</translation>
    </message>
    <message>
        <source>The lines of %1</source>
        <translation>Die Zeilen von %1</translation>
    </message>
    <message>
        <source>Teach Longhand your hand</source>
        <translation>Longhand Ihre Handschrift beibringen</translation>
    </message>
    <message>
        <source>Longhand can learn your hand</source>
        <translation>Longhand kann Ihre Handschrift lernen</translation>
    </message>
    <message numerus="yes">
        <source>It needs at least %n corrected lines.</source>
        <translation>
            <numerusform>Nötig ist mindestens %n korrigierte Zeile.</numerusform>
            <numerusform>Nötig sind mindestens %n korrigierte Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation>Es gibt noch keine.</translation>
    </message>
    <message>
        <source>There is one so far.</source>
        <translation>Bis jetzt gibt es eine.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n so far.</source>
        <translation>
            <numerusform>Bis jetzt gibt es %n.</numerusform>
            <numerusform>Bis jetzt gibt es %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a page, correct its lines or confirm those that are right, and come back; or copy the sample sheet by hand and open a photo of it.</source>
        <translation>Öffnen Sie eine Seite, korrigieren Sie ihre Zeilen oder bestätigen Sie die richtigen und kommen Sie wieder; oder schreiben Sie das Probeblatt von Hand ab und öffnen Sie ein Foto davon.</translation>
    </message>
    <message>
        <source>There are %1 corrected lines with %2 words, by %3 writers.</source>
        <translation>Es gibt %1 korrigierte Zeilen mit %2 Wörtern von %3 Händen.</translation>
    </message>
    <message>
        <source>There are %1 corrected lines with %2 words.</source>
        <translation>Es gibt %1 korrigierte Zeilen mit %2 Wörtern.</translation>
    </message>
    <message>
        <source>Nothing was learnt from them yet.</source>
        <translation>Daraus wurde noch nichts gelernt.</translation>
    </message>
    <message>
        <source>One of them is new since the last run.</source>
        <translation>Eine davon ist neu seit dem letzten Lauf.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them are new since the last run.</source>
        <translation>
            <numerusform>%n davon ist neu seit dem letzten Lauf.</numerusform>
            <numerusform>%n davon sind neu seit dem letzten Lauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>This happens on this computer, in the background. You can go on working, pause it, or close the window. Nothing changes until you accept the result.</source>
        <translation>Das geschieht auf diesem Rechner, im Hintergrund. Sie können weiterarbeiten, es anhalten oder das Fenster schließen. Nichts ändert sich, bevor Sie das Ergebnis annehmen.</translation>
    </message>
    <message>
        <source>The model in use has learnt from all of these lines. Correct more of them first.</source>
        <translation>Das benutzte Modell hat aus allen diesen Zeilen gelernt. Korrigieren Sie zuerst weitere.</translation>
    </message>
    <message>
        <source>One line is left out: its text hardly fits its picture.</source>
        <translation>Eine Zeile ist ausgelassen: Ihr Text passt kaum zum Bild.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines are left out: their texts hardly fit their pictures.</source>
        <translation>
            <numerusform>%n Zeile ist ausgelassen: Ihr Text passt kaum zum Bild.</numerusform>
            <numerusform>%n Zeilen sind ausgelassen: Ihre Texte passen kaum zu den Bildern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It needs at least %n corrected lines of %1.</source>
        <translation>
            <numerusform>Nötig ist mindestens %n korrigierte Zeile von %1.</numerusform>
            <numerusform>Nötig sind mindestens %n korrigierte Zeilen von %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are %1 corrected lines of %3 with %2 words.</source>
        <translation>Es gibt %1 korrigierte Zeilen von %3 mit %2 Wörtern.</translation>
    </message>
    <message numerus="yes">
        <source>The model in use has learnt from the others. To see whether more can be gained, %n more new lines are needed: correct or confirm them first.</source>
        <translation>
            <numerusform>Das benutzte Modell hat aus den anderen gelernt. Um zu sehen, ob noch mehr zu gewinnen ist, fehlt %n neue Zeile: Korrigieren oder bestätigen Sie sie zuerst.</numerusform>
            <numerusform>Das benutzte Modell hat aus den anderen gelernt. Um zu sehen, ob noch mehr zu gewinnen ist, fehlen %n neue Zeilen: Korrigieren oder bestätigen Sie sie zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <source>The lines of one writer alone teach more about that hand, and change nothing for others.</source>
        <translation>Die Zeilen einer Person allein lehren mehr über ihre Hand und ändern nichts für andere.</translation>
    </message>
    <message>
        <source>Longhand reads them with what your corrections have taught, and learns from what it reads. This takes longer, and teaches more.</source>
        <translation>Longhand liest sie mit dem, was Ihre Korrekturen gelehrt haben, und lernt aus dem Gelesenen. Das dauert länger und lehrt mehr.</translation>
    </message>
    <message numerus="yes">
        <source>Also learn from the %n lines of the open pages that nobody has corrected</source>
        <translation>
            <numerusform>Auch aus der einen Zeile der offenen Seiten lernen, die niemand korrigiert hat</numerusform>
            <numerusform>Auch aus den %n Zeilen der offenen Seiten lernen, die niemand korrigiert hat</numerusform>
        </translation>
    </message>
    <message>
        <source>Say W&amp;hose Hand…</source>
        <translation>Sagen, von Von &amp;wem ist das?…amp;wem…</translation>
    </message>
    <message>
        <source>If all of it is in one hand, say whose: Longhand then learns more about it, and reads everybody else as before.</source>
        <translation>Ist alles von einer Hand, sagen Sie, von wessen: Longhand lernt dann mehr über sie und liest alle anderen wie bisher.</translation>
    </message>
    <message>
        <source>For the open pages of which nobody has said it</source>
        <translation>Für die offenen Seiten, von denen es noch niemand gesagt hat</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerWindow</name>
    <message>
        <source>Teach Longhand</source>
        <translation>Longhand unterrichten</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>&amp;Other Data</source>
        <translation>&amp;Andere Daten</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainingDataPage</name>
    <message>
        <source>%1 lines were taken over, %2 of them new.</source>
        <translation>%1 Zeilen wurden übernommen, davon %2 neue.</translation>
    </message>
    <message>
        <source>Left out: %1 (%2)</source>
        <translation>Ausgelassen: %1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Import a Folder…</source>
        <translation>Ordner &amp;importieren…</translation>
    </message>
    <message>
        <source>From scratch, without the model in use</source>
        <translation>Von Grund auf, ohne das benutzte Modell</translation>
    </message>
    <message>
        <source>&amp;Train from a Pack…</source>
        <translation>Mit einem Paket &amp;trainieren…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Writer of the imported lines</source>
        <translation>Hand der importierten Zeilen</translation>
    </message>
    <message>
        <source>As the data say</source>
        <translation>Wie es in den Daten steht</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import Transcribed Lines</source>
        <translation>Transkribierte Zeilen importieren</translation>
    </message>
    <message>
        <source>Transcribed lines</source>
        <translation>Transkribierte Zeilen</translation>
    </message>
    <message>
        <source>Takes lines that were transcribed elsewhere over as corrections: line pictures with .gt.txt files (kraken, OCR-D), PAGE or ALTO with their pictures (eScriptorium, Transkribus), a lines.tsv, or the IAM database. Then learn from them as from your own.</source>
        <translation>Übernimmt anderswo transkribierte Zeilen als Korrekturen: Zeilenbilder mit .gt.txt-Dateien (kraken, OCR-D), PAGE oder ALTO mit ihren Bildern (eScriptorium, Transkribus), eine lines.tsv oder die IAM-Datenbank. Daraus wird dann gelernt wie aus Ihren eigenen.</translation>
    </message>
    <message>
        <source>Writer:</source>
        <translation>Hand:</translation>
    </message>
    <message>
        <source>Training steps</source>
        <translation>Trainingsschritte</translation>
    </message>
    <message>
        <source>Keeps the best so far; the same pack goes on from there</source>
        <translation>Behält das Beste bis jetzt; dasselbe Paket macht dort weiter</translation>
    </message>
    <message>
        <source>Progress of training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Choose a Training Pack</source>
        <translation>Trainingspaket wählen</translation>
    </message>
    <message>
        <source>Training packs (*.pack)</source>
        <translation>Trainingspakete (*.pack)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3 left.</source>
        <translation>Schritt %1 von %2, noch %3.</translation>
    </message>
    <message>
        <source>%1 % of the characters of lines held out are wrong.</source>
        <translation>%1 % der Zeichen zurückgelegter Zeilen sind falsch.</translation>
    </message>
    <message>
        <source>The model is trained. It is in the list of models; compare it before you use it.</source>
        <translation>Das Modell ist trainiert. Es steht in der Liste; vergleichen Sie es, bevor Sie es benutzen.</translation>
    </message>
    <message>
        <source>Full training</source>
        <translation>Volles Training</translation>
    </message>
    <message>
        <source>Trains a model from a pack of many thousand lines, made with “longhand data pack”. This takes hours or days. It ends with Longhand, and goes on from there when it is started again with the same pack.</source>
        <translation>Trainiert ein Modell mit einem Paket vieler tausend Zeilen, erstellt mit „longhand data pack“. Das dauert Stunden oder Tage. Es endet mit Longhand und macht dort weiter, wenn es mit demselben Paket wieder gestartet wird.</translation>
    </message>
    <message>
        <source>Steps:</source>
        <translation>Schritte:</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Vorbereitung…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::WindowTools</name>
    <message>
        <source>&amp;About Longhand</source>
        <translation>&amp;Über Longhand</translation>
    </message>
    <message>
        <source>About Longhand</source>
        <translation>Über Longhand</translation>
    </message>
    <message>
        <source>Turns pictures of handwriting into text, and learns your hand from your corrections. Your pictures, texts and corrections stay on this computer.</source>
        <translation>Macht aus Bildern von Handschriften Text und lernt Ihre Hand aus Ihren Korrekturen. Ihre Bilder, Texte und Korrekturen bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence, built with Qt, Qt Charts, OpenCV and LibTorch. What the models were trained on, and their terms, stands in the cards beside them.</source>
        <translation>Freie Software unter der MIT-Lizenz, gebaut mit Qt, Qt Charts, OpenCV und LibTorch. Womit die Modelle trainiert wurden und welche Bedingungen für sie gelten, steht in den Karten neben ihnen.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message numerus="yes">
        <source>Printed %n pages.</source>
        <translation>
            <numerusform>%n Seite gedruckt.</numerusform>
            <numerusform>%n Seiten gedruckt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no text to print yet.</source>
        <translation>Es gibt noch keinen Text zum Drucken.</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The &amp;text</source>
        <translation>Der &amp;Text</translation>
    </message>
    <message>
        <source>The &amp;pictures and their text</source>
        <translation>Die &amp;Bilder und ihr Text</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
</TS>
